package dev.ordinal.presets.mysql;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.dsl.Size;
import dev.ordinal.presets.mysql.MySqlTopology.Asynchronous;
import dev.ordinal.presets.mysql.MySqlTopology.Group;
import dev.ordinal.presets.part.Findings;
import dev.ordinal.presets.part.SharedRules;
import dev.ordinal.presets.part.SharedWords;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** What only someone who knows MySQL can see. */
final class MySqlRules {
    private static final int MOST_MEMBERS = 9;
    private static final int LONGEST_DATABASE = 32;

    private static final Size LEAST_DISK = Size.mib(512);

    /** Databases and users of the server's own, and of this preset's. */
    private static final Set<String> TAKEN = Set.of(
            "information_schema",
            "mysql",
            "performance_schema",
            "sys",
            "root",
            "replication",
            "ordinal",
            "metrics",
            "backup",
            "probe");

    private final MySqlCluster cluster;
    private final Findings findings;

    private MySqlRules(MySqlCluster cluster) {
        this.cluster = cluster;
        this.findings = Findings.about("MySqlCluster", cluster.namespace().name(), cluster.name());
    }

    static List<Diagnostic> check(MySqlCluster cluster) {
        MySqlRules rules = new MySqlRules(cluster);
        rules.members();
        rules.version();
        rules.database();
        rules.memory();
        rules.disk();
        rules.external();
        SharedRules.check(
                cluster, MySqlRenderer.members(cluster), SharedWords.of(cluster).isClosed(), rules.findings);
        if (cluster.backup().isPresent()) {
            SharedRules.check(cluster.backup().get(), rules.findings);
        }
        MySqlSettings.check(cluster, rules.findings);
        return rules.findings.all();
    }

    private void members() {
        if (cluster.topology() instanceof Group group) {
            group(group.members());
            groupName();
            group.restartFrom().ifPresent(ordinal -> restart(ordinal, group.members()));
        } else if (cluster.topology() instanceof Asynchronous asynchronous) {
            asynchronous(asynchronous);
        }
    }

    private void group(int members) {
        if (members < 3) {
            findings.error(
                    "GroupSurvivesOneMember",
                    "topology.members",
                    members,
                    "a group of fewer than 3 has no majority any more when one member is away, so it is safer alone",
                    "use 3 members, or standalone() if an outage does not matter");
        } else if (members > MOST_MEMBERS) {
            findings.error(
                    "GroupIsSmall",
                    "topology.members",
                    members,
                    "MySQL takes no tenth member into a group",
                    "use 9 members or fewer");
        } else if (members % 2 == 0) {
            findings.warning(
                    "GroupIsOdd",
                    "topology.members",
                    members,
                    "a majority of " + members + " is " + (members / 2 + 1) + ", so " + members
                            + " members survive no more losses than " + (members - 1)
                            + ", and there is one more that can fail",
                    "use " + (members + 1) + " members");
        }
    }

    private void asynchronous(Asynchronous topology) {
        if (topology.members() < 2) {
            findings.error(
                    "ReplicaExists",
                    "topology.members",
                    topology.members(),
                    "a primary without a replica is alone",
                    "use 2 members or more, or standalone()");
        } else if (topology.primary() < 0 || topology.primary() >= topology.members()) {
            findings.error(
                    "PrimaryIsMember",
                    "topology.primary",
                    topology.primary(),
                    "no member has this ordinal, so nobody would take writes",
                    "use an ordinal from 0 to " + (topology.members() - 1));
        }
    }

    private void version() {
        if (MySqlVersions.series(cluster.version().number()).isEmpty()) {
            findings.error(
                    "VersionIsKnown",
                    "version",
                    "\"" + cluster.version().number() + "\"",
                    "settings and statements of this preset are of the long-lived series 8.4 and 9.7; others may lack them",
                    "use version(\"" + MySqlVersions.IMAGE.version() + "\") or another exact version of these series");
        }
    }

    private void groupName() {
        try {
            if (UUID.fromString(MySqlNames.uuid(cluster)).toString().equalsIgnoreCase(MySqlNames.uuid(cluster))) {
                return;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        findings.error(
                "GroupNameIsUuid",
                "topology.name",
                "\"" + MySqlNames.uuid(cluster) + "\"",
                "the group's name is part of every transaction's id, and the plugin starts with a UUID only",
                "leave named(…) out, or use one such as \"6f1d7c2e-0c55-4a37-9f0e-6b0f4be1a3c5\"");
    }

    private void restart(int ordinal, int members) {
        if (ordinal < 0 || ordinal >= members) {
            findings.error(
                    "RestartFromIsAMember",
                    "topology.restartFrom",
                    ordinal,
                    "there is no " + cluster.name() + "-" + ordinal + ", so all members wait for the others for ever",
                    "say the ordinal of the member that knows most, from 0 to " + (members - 1));
            return;
        }
        findings.warning(
                "RestartFromIsTemporary",
                "topology.restartFrom",
                ordinal,
                "as long as it is there, " + cluster.name() + "-" + ordinal
                        + " starts a group of its own whenever it reaches nobody, so that there may be two",
                "remove restartFrom as soon as the members are back");
    }

    private void database() {
        cluster.database()
                .filter(name -> name.length() > LONGEST_DATABASE
                        || !name.matches("[A-Za-z][A-Za-z0-9_]*")
                        || TAKEN.contains(name.toLowerCase(Locale.ROOT)))
                .ifPresent(name -> findings.error(
                        "DatabaseHasOwnName",
                        "database",
                        "\"" + name + "\"",
                        "the user of the database bears its name: 1 to 32 letters, digits and _, and none of MySQL's own",
                        "use a name such as database(\"shop\")"));
    }

    private void external() {
        MySqlNames.outside(cluster).ifPresent(outside -> {
            outside.check(cluster.clients(), findings);
            if (cluster.tls().isEmpty()) {
                findings.warning(
                        "OutsideIsEncrypted",
                        "external",
                        outside.said(),
                        "without certificates of your own clients need not use TLS, and cannot tell whom they reach, so others"
                                + " outside can read and change what they send",
                        "say tls(\"…\") with certificates that are good for " + String.join(", ", outside.hosts()));
            }
        });
    }

    private void memory() {
        MySqlMemory memory = MySqlMemory.of(cluster);
        long pool = MySqlSettings.mib(cluster, "innodb_buffer_pool_size", memory.bufferPool());
        long connections = MySqlSettings.number(cluster, "max_connections", memory.connections());
        long needed = pool + MySqlMemory.BASE + memory.messages() + connections;
        if (memory.bufferPool() < MySqlMemory.STEP) {
            findings.error(
                    "MemoryIsEnough",
                    "resources.memory",
                    cluster.resources().memory(),
                    "the server alone takes 400 MiB, so there is no room for a buffer pool",
                    "use resources(gib(1)) or more");
        } else if (needed > cluster.resources().memory().toMib()) {
            findings.error(
                    "MemoryHoldsTheCaches",
                    "settings",
                    cluster.settings().containsKey("innodb_buffer_pool_size")
                            ? "innodb_buffer_pool_size=" + cluster.settings().get("innodb_buffer_pool_size")
                            : "max_connections=" + cluster.settings().get("max_connections"),
                    "buffer pool, 400 MiB for the server, messages of the group and 1 MiB for each connection make "
                            + needed + " MiB, more than the "
                            + cluster.resources().memory().toMib()
                            + " MiB that the kernel allows",
                    "remove the setting, which then follows from the memory, or say resources(…) with more memory");
        }
    }

    private void disk() {
        if (cluster.storage().size().compareTo(LEAST_DISK) < 0) {
            findings.error(
                    "DiskIsEnough",
                    "storage",
                    cluster.storage().size(),
                    "an empty database with its logs takes 230 MiB, so the first writes would fill it",
                    "use storage(gib(1)) or more");
        }
    }
}
