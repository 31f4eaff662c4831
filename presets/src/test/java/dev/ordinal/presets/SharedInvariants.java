package dev.ordinal.presets;

import static dev.ordinal.dsl.Size.gib;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.dsl.Peer;
import dev.ordinal.presets.kafka.KafkaCluster;
import dev.ordinal.presets.kafka.MetricsAgent;
import dev.ordinal.presets.mongodb.MongoReplicaSet;
import dev.ordinal.presets.mysql.MySqlCluster;
import dev.ordinal.presets.part.Backup;
import dev.ordinal.presets.part.ExternalAccess;
import dev.ordinal.presets.part.Metrics;
import dev.ordinal.presets.part.Preset;
import dev.ordinal.presets.zookeeper.ZooKeeperEnsemble;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What follows from the words that all presets share. */
final class SharedInvariants {
    private static final ZooKeeperEnsemble ZOOKEEPER =
            ZooKeeperEnsemble.named("db").storage(gib(20)).namespace("shop");
    private static final KafkaCluster KAFKA =
            KafkaCluster.named("db").storage(gib(20)).namespace("shop");
    private static final MySqlCluster MYSQL =
            MySqlCluster.named("db").storage(gib(20)).namespace("shop");
    private static final MongoReplicaSet MONGODB =
            MongoReplicaSet.named("db").storage(gib(20)).namespace("shop");

    /** Each kind once. */
    static final List<Preset<?>> PRESETS = List.of(ZOOKEEPER, KAFKA, MYSQL, MONGODB);

    private static final List<Preset<?>> MONITORED = List.of(
            ZOOKEEPER.metrics(Metrics.shown().monitored()),
            KAFKA.metrics(MetricsAgent.from("registry.example.com/jmx:1.5.0", "/agent.jar")
                    .monitored()),
            MYSQL.metrics(Metrics.shown().monitored()),
            MONGODB.metrics(Metrics.shown().monitored()));
    /** For clients, and for who reads metrics. */
    private static final Set<Integer> OPEN = Set.of(2181, 2281, 9092, 3306, 27017, 7000, 9404, 9104, 9216);

    /** By their numbers. */
    static final List<Invariant> INVARIANTS = List.of(
            words("PR-01", "The domain is a name in DNS.", "DomainIsDnsName", PRESETS, db -> within(db, "a_b")),
            words(
                    "PR-01",
                    "Members' names are short enough for DNS.",
                    "MemberNamesAreShort",
                    PRESETS,
                    db -> within(db, "a.".repeat(120) + "example")),
            words("PR-01", "The namespace has a name.", "NamespaceHasAName", PRESETS, db -> db.namespace("")),
            words("PR-01", "Hosts outside are names in DNS or IP addresses.", "HostIsAName", PRESETS, db -> db.tls(
                            "db-tls")
                    .external(ExternalAccess.nodePorts("https://example.com", 30_000))),
            Invariant.derived("PR-02", "Members' own ports are for members only.", PRESETS, manifest -> assertThat(
                            Seen.openPorts(manifest))
                    .isSubsetOf(OPEN)),
            words(
                    "PR-02",
                    "Who reads metrics is let in.",
                    "MonitorIsLetIn",
                    MONITORED,
                    db -> db.client(Peer.namespace("web"))),
            words(
                    "PR-03",
                    "A backup keeps an archive.",
                    "BackupKeepsArchives",
                    List.of(
                            MYSQL.backup(Backup.to("archive").keep(0)),
                            MONGODB.backup(Backup.to("archive").keep(0))),
                    db -> db),
            words(
                    "PR-04",
                    "The user's changes leave the members as they are.",
                    "AdjustmentsKeepMembers",
                    PRESETS,
                    db -> db.adjust(app -> app.replicas(4))),
            words(
                    "PR-05",
                    "Members run the version that is said.",
                    "ImageIsOfTheVersion",
                    PRESETS,
                    db -> db.version(db.version().image("registry.example.com/db:0.1"))));

    private SharedInvariants() {}

    private static Preset<?> within(Preset<?> preset, String domain) {
        return preset.namespace(preset.namespace().clusterDomain(domain));
    }

    private static Invariant words(
            String id,
            String statement,
            String rule,
            List<? extends Preset<?>> presets,
            Function<Preset<?>, Preset<?>> words) {
        return new Invariant(id, statement, () -> {
            Set<String> held = presets.stream()
                    .map(preset -> Invariant.words(id, statement, rule, words.apply(preset))
                            .held()
                            .get())
                    .collect(Collectors.toSet());
            assertThat(held).hasSize(1);
            return held.iterator().next();
        });
    }
}
