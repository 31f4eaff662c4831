package dev.ordinal.presets.kafka;

import static dev.ordinal.dsl.Size.gib;
import static dev.ordinal.dsl.Size.mib;
import static dev.ordinal.presets.Invariant.change;
import static dev.ordinal.presets.Invariant.derived;
import static dev.ordinal.presets.Invariant.open;
import static dev.ordinal.presets.Invariant.plan;
import static dev.ordinal.presets.Invariant.words;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.presets.Invariant;
import dev.ordinal.presets.Seen;
import dev.ordinal.presets.part.ExternalAccess;
import java.util.List;

/** What holds of every Kafka cluster. */
public final class KafkaInvariants {
    private static final String SERVER = "server.properties";
    private static final KafkaCluster EVENTS = KafkaCluster.named("events")
            .storage(gib(100))
            .namespace("streaming")
            .sealed();
    private static final KafkaCluster FIVE = EVENTS.brokers(5).controllers(5);
    private static final KafkaCluster COMBINED = EVENTS.controllers(Controllers.combined());
    private static final KafkaCluster OUTSIDE =
            EVENTS.external(ExternalAccess.loadBalancers("kafka.example.com")).insecure();
    private static final List<KafkaCluster> ALL = List.of(EVENTS, FIVE, COMBINED, KafkaClusterTest.FULLEST);

    /** By their numbers. */
    public static final List<Invariant> INVARIANTS = List.of(
            words("KF-01", "There is a controller.", "QuorumHasVoters", EVENTS.controllers(0)),
            words("KF-01", "The quorum survives the loss of one.", "QuorumSurvivesOneVoter", EVENTS.controllers(1)),
            words("KF-01", "The number of controllers is odd.", "QuorumIsOdd", EVENTS.controllers(4)),
            words("KF-01", "They are seven at most.", "QuorumIsSmall", EVENTS.controllers(9)),
            words("KF-02", "There is a broker.", "ClusterHasBrokers", EVENTS.brokers(0)),
            words(
                    "KF-03",
                    "Topics are written while a broker restarts.",
                    "WritesSurviveOneBroker",
                    EVENTS.setting("min.insync.replicas", "3")),
            words(
                    "KF-03",
                    "So are transactions.",
                    "WritesSurviveOneBroker",
                    EVENTS.setting("transaction.state.log.min.isr", "3")),
            words(
                    "KF-04",
                    "Every copy has a broker.",
                    "CopiesHaveBrokers",
                    EVENTS.setting("default.replication.factor", "4")),
            words(
                    "KF-04",
                    "So it has with Kafka's own topics.",
                    "CopiesHaveBrokers",
                    EVENTS.setting("offsets.topic.replication.factor", "4")),
            derived(
                    "KF-05",
                    "Controllers count from 0 and brokers from 100, so no node has another's id.",
                    ALL,
                    manifest -> {
                        assertThat(Seen.sets(manifest)).allSatisfy(set -> {
                            boolean apart = Seen.sets(manifest).size() == 1
                                    || set.getMetadata().getName().endsWith("-controller");
                            assertThat(
                                            set.getSpec().getOrdinals() == null
                                                    ? 0
                                                    : set.getSpec()
                                                            .getOrdinals()
                                                            .getStart())
                                    .isEqualTo(apart ? 0 : 100);
                        });
                    }),
            words(
                    "KF-06",
                    "The cluster's id is one that Kafka prints.",
                    "ClusterIdIsCanonical",
                    EVENTS.controllers(Controllers.separate(3).clusterId("events"))),
            words(
                    "KF-06",
                    "It is nobody else's.",
                    "ClusterIdIsOwn",
                    EVENTS.controllers(Controllers.separate(3).clusterId("5L6g3nShT-eMCtK--X86sw"))),
            derived(
                    "KF-07",
                    "The ids of first disks are ones that Kafka prints and does not keep for itself.",
                    ALL,
                    manifest -> assertThat(directories())
                            .allMatch(Identity::isCanonical)
                            .noneMatch(Identity::isReserved)
                            .doesNotHaveDuplicates()),
            derived(
                    "KF-08",
                    "Controllers listen apart from clients and brokers, and each listener has its protocol.",
                    ALL,
                    manifest -> assertThat(Seen.values(manifest, SERVER, "controller.listener.names"))
                            .isNotEmpty()
                            .allMatch("CONTROLLER"::equals)),
            words(
                    "KF-08",
                    "The user's settings leave that so.",
                    "SettingIsFree",
                    EVENTS.setting("inter.broker.listener.name", "CONTROLLER")),
            derived("KF-09", "Each node tells its own address.", ALL, manifest -> assertThat(
                            Seen.values(manifest, SERVER, "advertised.listeners"))
                    .isNotEmpty()
                    .allSatisfy(listeners -> assertThat(listeners.split(",", -1))
                            .allMatch(one -> one.contains("${env:POD_NAME}") || one.contains("${env:ORDINAL}")))),
            words("KF-09", "So it does outside.", "AddressesAreApart", OUTSIDE),
            derived("KF-10", "The quorum is dynamic, and voters are not listed.", ALL, manifest -> {
                assertThat(Seen.values(manifest, SERVER, "controller.quorum.bootstrap.servers"))
                        .isNotEmpty();
                assertThat(Seen.file(manifest, SERVER)).doesNotContain("controller.quorum.voters");
            }),
            derived("KF-11", "Data is in a folder of the volume, whose root is not empty.", ALL, manifest -> assertThat(
                            Seen.values(manifest, SERVER, "log.dirs"))
                    .isNotEmpty()
                    .allMatch("/var/lib/kafka/data/log"::equals)),
            derived(
                    "KF-12",
                    "Each folder that the image declares as a volume is mounted.",
                    ALL,
                    manifest -> Seen.mounted(manifest, KafkaVersion.IMAGE.volumes())),
            words("KF-13", "The heap is enough for a start.", "HeapIsEnough", EVENTS.resources(mib(256))),
            derived(
                    "KF-13",
                    "A broker's heap leaves half of the memory and is 6 GiB at most; a controller's leaves 30 %.",
                    List.of(EVENTS),
                    manifest -> {
                        assertThat(Role.BROKER.heap(EVENTS.resources(gib(64)))).isEqualTo(gib(6));
                        assertThat(Role.BROKER.heap(EVENTS.resources(gib(4)))).isEqualTo(gib(2));
                        assertThat(Role.CONTROLLER.heap(EVENTS.controllers(
                                        Controllers.separate(3).memory(mib(1000)))))
                                .isEqualTo(mib(700));
                    }),
            words(
                    "KF-14",
                    "Settings are known to the version.",
                    "SettingIsAlive",
                    EVENTS.setting("zookeeper.connect", "zk:2181")),
            words(
                    "KF-14",
                    "Settings are spelled as the server spells them.",
                    "SettingIsKnown",
                    EVENTS.setting("log.retention.hour", "24")),
            words(
                    "KF-14",
                    "Values are ones that the server takes.",
                    "SettingIsTaken",
                    EVENTS.setting("log.retention.hours", "24h")),
            words(
                    "KF-14",
                    "A setting is one line.",
                    "SettingIsOneLine",
                    EVENTS.setting("num.partitions", "3\nlog.dirs=/tmp")),
            open(
                    "KF-15",
                    "No autoscaler changes the number of nodes.",
                    "the preset makes none; `AutoscalersLeaveStoresAlone` warns of others"),
            words("KF-16", "Records have three copies.", "RecordsHaveThreeCopies", EVENTS.brokers(2)),
            words(
                    "KF-16",
                    "New topics and Kafka's own have as many copies as brokers allow, three at most.",
                    "CopiesAreThree",
                    EVENTS.setting("default.replication.factor", "1")),
            words(
                    "KF-16",
                    "What is acknowledged has two copies.",
                    "WritesHaveTwoCopies",
                    EVENTS.setting("min.insync.replicas", "1")),
            derived("KF-17", "Controllers and brokers have the same words about copies.", ALL, manifest -> {
                int nodes = Seen.sets(manifest).size();
                assertThat(Seen.values(manifest, SERVER, "min.insync.replicas"))
                        .hasSize(nodes)
                        .containsOnly("2");
                assertThat(Seen.values(manifest, SERVER, "offsets.topic.replication.factor"))
                        .hasSize(nodes)
                        .containsOnly("3");
                assertThat(Seen.values(manifest, SERVER, "default.replication.factor"))
                        .contains("3");
            }),
            words("KF-18", "Who votes has nothing else to do.", "ControllersAreApart", COMBINED),
            derived("KF-19", "Each node has a claim of its own.", ALL, manifest -> assertThat(Seen.sets(manifest))
                    .allMatch(set -> !set.getSpec().getVolumeClaimTemplates().isEmpty())),
            open(
                    "KF-20",
                    "There are as many zones as copies.",
                    "nothing says how many zones there are; nodes are spread over them"),
            words("KF-21", "Clients outside use TLS.", "OutsideIsEncrypted", OUTSIDE),
            words(
                    "KF-22",
                    "The controllers' name leaves room for what is appended to it.",
                    "NameLeavesRoom",
                    KafkaCluster.named("e".repeat(42)).storage(gib(100))),
            words("KF-23", "The version is exact.", "VersionIsExact", EVENTS.version("latest")),
            words(
                    "KF-23",
                    "The version lets a controller with a new disk in.",
                    "VersionReplacesControllers",
                    EVENTS.version("4.1.0")),
            words("KF-23", "The metadata is that of a release.", "MetadataIsRelease", EVENTS.metadata("latest")),
            words("KF-23", "The version reads the metadata.", "VersionReadsMetadata", EVENTS.metadata("4.4")),
            plan(
                    "KF-24",
                    "New brokers get partitions of existing topics.",
                    "Move partitions to the new brokers, if the old ones have too many",
                    EVENTS,
                    EVENTS.brokers(4)),
            change("KF-25", "Brokers that go hold nothing.", "BrokersAreEmptyFirst", EVENTS.brokers(4), EVENTS),
            plan(
                    "KF-25",
                    "So they are emptied, one by one.",
                    "Move what broker 103 holds to the others",
                    EVENTS.brokers(4),
                    EVENTS),
            change(
                    "KF-26",
                    "Controllers change under the seal only.",
                    "VotersChangeUnderSeal",
                    EVENTS.sealed(false),
                    EVENTS.sealed(false).controllers(5)),
            plan("KF-26", "They come one by one.", "Add controller 4", EVENTS, EVENTS.controllers(5)),
            change(
                    "KF-27",
                    "Controllers leave the quorum before their pods end.",
                    "ControllersLeaveFirst",
                    FIVE,
                    FIVE.controllers(3)),
            plan("KF-27", "They go one by one.", "Take controller 4 out of the quorum", FIVE, FIVE.controllers(3)),
            change("KF-28", "A sealed cluster stays sealed.", "SealStays", EVENTS, EVENTS.sealed(false)),
            change("KF-29", "An upgrade leaves a way back.", "UpgradeLeavesAWayBack", EVENTS.version("4.2.0"), EVENTS),
            plan(
                    "KF-29",
                    "It ends with the new metadata.",
                    "Put the metadata of 4.3 in force",
                    EVENTS.metadata("4.2"),
                    EVENTS),
            change(
                    "KF-30",
                    "The version reads the metadata in force.",
                    "VersionReadsMetadata",
                    EVENTS,
                    EVENTS.version("4.2.0")),
            change("KF-30", "Metadata is not taken back.", "MetadataStaysOrRises", EVENTS, EVENTS.metadata("4.2")),
            change(
                    "KF-31",
                    "The cluster keeps its id.",
                    "ClusterKeepsItsId",
                    EVENTS,
                    EVENTS.controllers(Controllers.separate(3).clusterId("q1Sh-9_ISia_zwGINzRvyQ"))),
            change(
                    "KF-31",
                    "Voters keep their names.",
                    "VotersKeepTheirNames",
                    EVENTS,
                    EVENTS.namespace(EVENTS.namespace().clusterDomain("cluster.example"))),
            change("KF-31", "Nodes keep their roles.", "NodesKeepTheirRoles", EVENTS, COMBINED),
            change("KF-32", "Members all speak TLS, or none.", "MembersSpeakOneProtocol", EVENTS, EVENTS.insecure()),
            words(
                    "KF-33",
                    "A certificate is used.",
                    "CertificateIsUsed",
                    EVENTS.insecure().tls("events-certificates")));

    private KafkaInvariants() {}

    private static List<String> directories() {
        return ALL.stream()
                .flatMap(cluster -> Role.voting(cluster).members(cluster).stream()
                        .map(member -> Identity.directory(cluster, member.ordinal())))
                .distinct()
                .toList();
    }
}
