package dev.ordinal.presets.mongodb;

import dev.ordinal.core.yaml.Similar;
import dev.ordinal.presets.part.Findings;
import dev.ordinal.presets.part.KnownSettings;
import dev.ordinal.presets.part.KnownSettings.Setting;
import dev.ordinal.presets.part.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What is to be said of single settings of {@code mongod.conf}. The server does not start with one that it does not know. */
final class MongoSettings {
    /** The first words of the settings that a server may have. */
    private static final Set<String> SECTIONS = new TreeSet<>(
            Set.of("auditLog", "net", "operationProfiling", "replication", "security", "setParameter", "storage"));

    private static final Set<String> TLS_MODES = Set.of("allowTLS", "preferTLS", "requireTLS");

    /** Other parts of the manifest rely on these, beside what is in the preset's own files. */
    private static final List<String> OWNED = List.of(
            "net.tls.", "net.bindIp", "systemLog.", "processManagement.", "sharding.", "replication.replSetName");

    /** Any name is left to the server, which has hundreds of them. */
    private static final String PARAMETER = "setParameter.";

    /** Which the image of the community's edition does not have. */
    private static final List<String> OF_ENTERPRISE = List.of(
            "auditLog.",
            "security.enableEncryption",
            "security.encryption",
            "security.kmip.",
            "security.ldap.",
            "security.redactClientLogData",
            "storage.inMemory.");

    /** The first release without it, by the manual's table of settings and options. */
    private static final Map<String, String> GONE = Map.of(
            "storage.journal.enabled", "6.1",
            "net.serviceExecutor", "5.0",
            "storage.indexBuildRetry", "4.4",
            "storage.repairPath", "4.2",
            "replication.secondaryIndexPrefetch", "4.2");

    private final MongoReplicaSet set;
    private final Findings findings;

    private MongoSettings(MongoReplicaSet set, Findings findings) {
        this.set = set;
        this.findings = findings;
    }

    static void check(MongoReplicaSet set, Findings findings) {
        MongoSettings settings = new MongoSettings(set, findings);
        set.settings().forEach(settings::check);
    }

    private void check(String name, String value) {
        boolean mode = name.equals(MongodConf.TLS_MODE) && set.tls().isPresent();
        if (mode && TLS_MODES.contains(value)) {
            return;
        }
        if (MongodConf.fixed().contains(name) || isOf(OWNED, name)) {
            error(
                    "SettingIsFree",
                    name,
                    value,
                    "mounts, probes, the agents or the members' trust in each other rely on this preset's own value of "
                            + name,
                    mode ? "use allowTLS, preferTLS or requireTLS" : "remove setting(\"" + name + "\", …)");
        } else if (!name.matches("[A-Za-z]+(\\.[A-Za-z0-9]+)+") || value.matches("(?s).*[\\p{Cntrl}].*")) {
            error(
                    "SettingIsReadable",
                    name,
                    value,
                    "the server would not start: a setting has a name of words joined by dots, and a value on one line",
                    "use a name such as net.maxIncomingConnections and a value on one line");
        } else if (!SECTIONS.contains(name.substring(0, name.indexOf('.')))) {
            error(
                    "SettingExists",
                    name,
                    value,
                    "mongod knows no section " + name.substring(0, name.indexOf('.')) + " and would not start",
                    Similar.to(name.substring(0, name.indexOf('.')), SECTIONS)
                            .map(section -> "use setting(\"" + section + name.substring(name.indexOf('.')) + "\", …)")
                            .orElse("use one of these sections: " + String.join(", ", SECTIONS)));
        } else if (GONE.containsKey(name)) {
            error(
                    "SettingIsAlive",
                    name,
                    value,
                    "mongod has no such setting since " + GONE.get(name) + ", and would not start",
                    "remove setting(\"" + name + "\", …)");
        } else if (isOf(OF_ENTERPRISE, name)) {
            enterprise(name, value);
        } else if (!name.startsWith(PARAMETER)) {
            known(name, value);
        }
    }

    private void enterprise(String name, String value) {
        if (set.version().image().isEmpty()) {
            findings.warning(
                    "SettingIsOfCommunity",
                    path(name),
                    "\"" + value + "\"",
                    "only MongoDB Enterprise has it, and the official image is the community's, which would not start",
                    "remove setting(\"" + name + "\", …), or say version(Version.of(\""
                            + set.version().number() + "\").image(\"…\")) with an image of MongoDB Enterprise");
        }
    }

    private void known(String name, String value) {
        Optional<Setting> own = Known.SETTINGS.find(name);
        if (own.isPresent()) {
            own.get()
                    .refusal(value)
                    .ifPresent(words -> error(
                            "SettingIsTaken",
                            name,
                            value,
                            "mongod wants " + words + " there, and would not start",
                            "use a value of that kind, or remove setting(\"" + name + "\", …)"));
            return;
        }
        Optional<String> near = Known.SETTINGS.near(name);
        findings.warning(
                "SettingIsKnown",
                path(name),
                "\"" + value + "\"",
                "mongod does not start with a setting that it does not know, and nothing is known of this one here"
                        + near.map(other -> ", but of " + other).orElse(""),
                near.map(other -> "use setting(\"" + other + "\", …)")
                        .orElse("see that mongod " + set.version().number() + " has it, or remove it"));
    }

    private void error(String rule, String name, String value, String why, String fix) {
        findings.error(rule, path(name), "\"" + value + "\"", why, fix);
    }

    private static String path(String name) {
        return "settings[" + name + "]";
    }

    private static boolean isOf(List<String> families, String name) {
        return families.stream().anyMatch(name::startsWith);
    }

    /** Read when a setting is said for the first time. There was no server to tell them; they are those of its sources. */
    private static final class Known {
        static final KnownSettings SETTINGS = KnownSettings.of(Texts.beside(MongoSettings.class), "settings.txt");
    }
}
