package dev.ordinal.presets.mysql;

import static dev.ordinal.dsl.Size.gib;
import static dev.ordinal.dsl.Size.mib;
import static dev.ordinal.presets.Invariant.change;
import static dev.ordinal.presets.Invariant.derived;
import static dev.ordinal.presets.Invariant.open;
import static dev.ordinal.presets.Invariant.plan;
import static dev.ordinal.presets.Invariant.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.dsl.Peer;
import dev.ordinal.presets.Invariant;
import dev.ordinal.presets.Seen;
import dev.ordinal.presets.part.ExternalAccess;
import java.util.List;

/** What holds of every MySQL cluster. */
public final class MySqlInvariants {
    private static final MySqlCluster ORDERS =
            MySqlCluster.named("orders").storage(gib(20)).namespace("shop").sealed();
    private static final MySqlCluster NAMED = ORDERS.topology(MySqlTopology.asynchronous(3, 0));
    private static final MySqlCluster ALONE = ORDERS.topology(MySqlTopology.standalone());
    private static final MySqlCluster SEVEN = ORDERS.topology(MySqlTopology.group(7));
    private static final MySqlCluster OUTSIDE = ORDERS.external(ExternalAccess.loadBalancers("db.example.com"));

    private static final List<MySqlCluster> GROUPS =
            List.of(ORDERS, MySqlClusterTest.SMALLEST, MySqlClusterTest.FULLEST, SEVEN);
    private static final List<MySqlCluster> LOGGED =
            List.of(ORDERS, MySqlClusterTest.SMALLEST, MySqlClusterTest.FULLEST, SEVEN, NAMED, ALONE);
    private static final List<MySqlCluster> ALL = List.of(ORDERS, MySqlClusterTest.FULLEST, NAMED, ALONE);

    private static final Manifest LINKED =
            Manifest.of(MySqlCluster.named("linked").storage(gib(20)).namespace("shop"));
    private static final Manifest NAMESAKE =
            Manifest.of(MySqlCluster.named("linked").storage(gib(20)).namespace("bank"));
    private static final String OTHER_GROUP = "6f1d7c2e-0c55-4a37-9f0e-6b0f4be1a3c5";

    /** By their numbers. */
    public static final List<Invariant> INVARIANTS = List.of(
            derived("MY-01", "Server ids are from 1 to 4294967295.", ALL, manifest -> assertThat(serverIds(manifest))
                    .isBetween(1L, 4_294_967_295L - 99)),
            change(
                    "MY-01",
                    "Server ids stay.",
                    "ServerIdsStay",
                    NAMED,
                    NAMED.topology(MySqlTopology.asynchronous(3, 0).named(OTHER_GROUP))),
            derived("MY-01", "Server ids of two clusters are apart.", ALL, manifest -> {
                assertThat(serverIds(manifest) % 100).isZero();
                assertThat(serverIds(LINKED)).isNotEqualTo(serverIds(manifest)).isNotEqualTo(serverIds(NAMESAKE));
            }),
            words("MY-02", "A group has three members or more.", "GroupSurvivesOneMember", group(2)),
            words("MY-02", "It has nine at most.", "GroupIsSmall", group(10)),
            words("MY-02", "Their number is odd.", "GroupIsOdd", group(4)),
            change("MY-02", "A majority stays when members go.", "MajorityStays", SEVEN, ORDERS),
            words(
                    "MY-03",
                    "The group's name is a UUID.",
                    "GroupNameIsUuid",
                    ORDERS.topology(MySqlTopology.group(3).named("orders"))),
            change(
                    "MY-03",
                    "The group's name stays.",
                    "GroupNameStays",
                    ORDERS,
                    ORDERS.topology(MySqlTopology.group(3).named(OTHER_GROUP))),
            derived(
                    "MY-04",
                    "Settings of plugins are `loose_`, because plugins are not there yet when a disk is initialised.",
                    List.of(ORDERS, MySqlClusterTest.FULLEST, ORDERS.setting("clone_ddl_timeout", "9"), ALONE),
                    manifest -> assertThat(Seen.file(manifest, "my.cnf"))
                            .doesNotContainPattern("(?m)^(group_replication|clone)_")),
            derived(
                    "MY-05",
                    "No file starts a group: `bootstrap_group` and `start_on_boot` are off.",
                    GROUPS,
                    manifest -> {
                        assertThat(Seen.values(manifest, "my.cnf", "loose_group_replication_bootstrap_group"))
                                .containsExactly("OFF");
                        assertThat(Seen.values(manifest, "my.cnf", "loose_group_replication_start_on_boot"))
                                .containsExactly("OFF");
                    }),
            words(
                    "MY-05",
                    "Nor do the user's settings, which leave alone what the preset relies on.",
                    "SettingIsFree",
                    ORDERS.setting("loose_group_replication_bootstrap_group", "ON")),
            derived("MY-06", "Transactions have ids of the whole cluster.", LOGGED, manifest -> {
                assertThat(Seen.values(manifest, "my.cnf", "gtid_mode")).containsExactly("ON");
                assertThat(Seen.values(manifest, "my.cnf", "enforce_gtid_consistency"))
                        .containsExactly("ON");
            }),
            derived(
                    "MY-06",
                    "No server follows another by itself when it is restarted.",
                    LOGGED,
                    manifest -> assertThat(Seen.values(manifest, "my.cnf", "skip_replica_start"))
                            .containsExactly("ON")),
            words("MY-06", "The user's settings leave that so.", "SettingIsFree", NAMED.setting("gtid_mode", "OFF")),
            derived(
                    "MY-07",
                    "No member makes a database, user or time zones of its own at its first start.",
                    ALL,
                    manifest -> {
                        assertThat(Seen.variables(manifest)).noneMatch(name -> name.startsWith("MYSQL_"));
                        assertThat(Seen.file(manifest, "start.sh")).contains("--skip-log-bin");
                    }),
            words(
                    "MY-08",
                    "Settings are known to the version.",
                    "SettingExists",
                    ORDERS.setting("mysql_native_password", "ON")),
            words(
                    "MY-09",
                    "Buffer pool, connections and the server itself fit into the memory.",
                    "MemoryHoldsTheCaches",
                    ORDERS.setting("innodb_buffer_pool_size", "1800M")),
            words("MY-09", "There is memory for a buffer pool.", "MemoryIsEnough", ORDERS.resources(mib(512))),
            words("MY-09", "The disk holds an empty database and its logs.", "DiskIsEnough", ORDERS.storage(mib(200))),
            words(
                    "MY-10",
                    "The set's name leaves room for what is appended to it.",
                    "NameLeavesRoomForRevision",
                    MySqlCluster.named("o".repeat(53)).storage(gib(20))),
            words(
                    "MY-10",
                    "A member's whole name is short enough for DNS.",
                    "MemberNamesAreShort",
                    ORDERS.namespace(ORDERS.namespace().clusterDomain("a.".repeat(120) + "example"))),
            words(
                    "MY-11",
                    "The version is of a series that the preset knows.",
                    "VersionIsKnown",
                    ORDERS.version("9.5.0")),
            change(
                    "MY-11",
                    "Versions go up, in a series or to the next long-lived one.",
                    "UpgradeGoesUp",
                    ORDERS,
                    ORDERS.version("8.4.11")),
            plan("MY-11", "There is a backup before.", "Make a backup", ORDERS.version("9.7.1"), ORDERS),
            derived(
                    "MY-12",
                    "A group talks through the server's own port, with its passwords and TLS.",
                    GROUPS,
                    manifest -> assertThat(
                                    Seen.values(manifest, "my.cnf", "loose_group_replication_communication_stack"))
                            .containsExactly("MYSQL")),
            derived("MY-13", "Data is in a folder of the volume, whose root is not empty.", ALL, manifest -> assertThat(
                            Seen.values(manifest, "my.cnf", "datadir"))
                    .containsExactly("/var/lib/mysql/data")),
            derived("MY-14", "A stop may take two minutes or more, a start ten or more.", ALL, manifest -> {
                assertThat(Seen.pods(manifest)).allSatisfy(pod -> {
                    assertThat(pod.getTerminationGracePeriodSeconds()).isGreaterThanOrEqualTo(120);
                    assertThat(pod.getContainers().get(0).getStartupProbe())
                            .satisfies(probe -> assertThat(probe.getPeriodSeconds() * probe.getFailureThreshold())
                                    .isGreaterThanOrEqualTo(600));
                });
            }),
            open(
                    "MY-15",
                    "Binary logs take less than a third of the disk.",
                    "nothing says how much is written in a week"),
            derived(
                    "MY-16",
                    "The run book of a named primary says that nobody takes over.",
                    List.of(NAMED),
                    manifest ->
                            assertThat(NAMED.runBook().markdown()).containsIgnoringCase("without automatic fail-over")),
            open(
                    "MY-17",
                    "No member copies the data of another series.",
                    "the server refuses it by its documentation; there was no second series to try it with"),
            words(
                    "MY-18",
                    "A primary has a replica.",
                    "ReplicaExists",
                    ORDERS.topology(MySqlTopology.asynchronous(1, 0))),
            words(
                    "MY-18",
                    "The named primary is a member.",
                    "PrimaryIsMember",
                    ORDERS.topology(MySqlTopology.asynchronous(3, 3))),
            change("MY-19", "Members stay of one kind.", "TopologyStays", ORDERS, NAMED),
            change("MY-20", "A sealed cluster stays sealed.", "SealStays", ORDERS, ORDERS.sealed(false)),
            words(
                    "MY-20",
                    "No member starts a group alone for long.",
                    "RestartFromIsTemporary",
                    ORDERS.topology(MySqlTopology.group(3).restartFrom(1))),
            words(
                    "MY-20",
                    "Who starts a group alone is a member.",
                    "RestartFromIsAMember",
                    ORDERS.topology(MySqlTopology.group(3).restartFrom(3))),
            words("MY-21", "A database has a name of its own.", "DatabaseHasOwnName", ORDERS.database("root")),
            words(
                    "MY-22",
                    "A setting is one line.",
                    "SettingIsOneLine",
                    ORDERS.setting("init_connect", "SELECT 1\nuser=root")),
            words(
                    "MY-22",
                    "What is acknowledged is on a disk.",
                    "CommitsAreDurable",
                    ORDERS.setting("sync_binlog", "0")),
            words("MY-23", "Clients outside use TLS.", "OutsideIsEncrypted", OUTSIDE),
            words("MY-23", "Members have different addresses outside.", "AddressesAreApart", OUTSIDE),
            words(
                    "MY-23",
                    "Clients outside are let in.",
                    "OutsideIsLetIn",
                    OUTSIDE.client(Peer.namespace("analytics"))),
            derived(
                    "MY-24",
                    "Each folder that the image declares as a volume is mounted.",
                    ALL,
                    manifest -> Seen.mounted(manifest, MySqlVersions.IMAGE.volumes())));

    private MySqlInvariants() {}

    private static long serverIds(Manifest manifest) {
        return Long.parseLong(Seen.values(manifest, "SERVER_ID_BASE").get(0));
    }

    private static MySqlCluster group(int members) {
        return ORDERS.topology(MySqlTopology.group(members));
    }
}
