package dev.ordinal.presets.mongodb;

import static dev.ordinal.dsl.Cpu.cores;
import static dev.ordinal.dsl.Size.gib;
import static dev.ordinal.dsl.Size.mib;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.graph.Located;
import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.dsl.Issuer;
import dev.ordinal.dsl.Peer;
import dev.ordinal.dsl.SpreadSpec;
import dev.ordinal.presets.Golden;
import dev.ordinal.presets.part.Backup;
import dev.ordinal.presets.part.ExternalAccess;
import dev.ordinal.presets.part.Metrics;
import dev.ordinal.presets.part.Namespace;
import dev.ordinal.presets.part.Storage;
import dev.ordinal.presets.part.Tls;
import dev.ordinal.presets.part.Version;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MongoReplicaSetTest {
    private static final MongoReplicaSet SMALLEST =
            MongoReplicaSet.named("orders").storage(gib(20));

    private static final MongoReplicaSet FULLEST = MongoReplicaSet.named("orders")
            .storage(Storage.of(gib(100)).storageClass("fast-ssd"))
            .namespace(Namespace.named("shop").clusterDomain("cluster.example"))
            .members(MongoMembers.voting(5).readers(2).replicaSet("orders"))
            .version(Version.of("7.0.40").image("registry.example.com/mongo:7.0.40"))
            .resources(gib(8), cores(2))
            .auth("orders-secrets")
            .tls(Tls.from("orders-tls").by(Issuer.ofCluster("company-ca")))
            .external(ExternalAccess.nodePorts("nodes.example.com", 30170))
            .client(Peer.pods("app.kubernetes.io/name", "shop"))
            .client(Peer.namespace("analytics"))
            .client(Peer.addresses("203.0.113.0/24"))
            .metrics(Metrics.shown().monitored().scraper(Peer.namespace("monitoring")))
            .backup(Backup.to("orders-backups").schedule("30 1 * * *").keep(14))
            .setting("net.maxIncomingConnections", "2000")
            .setting("operationProfiling.slowOpThresholdMs", "200")
            .setting("storage.wiredTiger.engineConfig.cacheSizeGB", "3")
            .adjust(app -> app.infoLabel("team", "shop")
                    .spreads(List.of(SpreadSpec.overZones().hard())))
            .sealed();

    @Test
    void the_smallest_set_is_complete() {
        Golden.assertMatches(Manifest.of(SMALLEST).yaml(), MongoReplicaSetTest.class, "smallest.yaml");
    }

    @Test
    void the_fullest_set_says_all_that_was_said() {
        Golden.assertMatches(Manifest.of(FULLEST).yaml(), MongoReplicaSetTest.class, "fullest.yaml");
    }

    @Test
    void there_is_nothing_to_find_in_what_it_becomes() {
        assertThat(Manifest.of(SMALLEST).report()).hasToString("no findings\n");
        assertThat(Manifest.of(FULLEST).report()).hasToString("no findings\n");
        assertThat(Manifest.of(SMALLEST.members(1).development()).report()).hasToString("no findings\n");
    }

    @Test
    void the_run_book_has_the_real_names() {
        Golden.assertMatches(
                SMALLEST.namespace("shop")
                        .backup(Backup.to("archive"))
                        .runBook()
                        .markdown(),
                MongoReplicaSetTest.class,
                "run-book.md");
        Golden.assertMatches(FULLEST.runBook().markdown(), MongoReplicaSetTest.class, "fullest-run-book.md");
    }

    @Test
    void clients_are_told_every_member() {
        assertThat(SMALLEST.namespace("shop").tls("orders-tls").connectionString())
                .isEqualTo("mongodb://orders-0.orders-headless.shop.svc.cluster.local:27017,"
                        + "orders-1.orders-headless.shop.svc.cluster.local:27017,"
                        + "orders-2.orders-headless.shop.svc.cluster.local:27017/?replicaSet=rs0&tls=true");
    }

    @Test
    void what_must_exist_beforehand_is_listed() {
        assertThat(Manifest.of(SMALLEST.metrics(Metrics.shown()).backup(Backup.to("archive"))).prerequisites().stream()
                        .map(Object::toString))
                .containsExactly(
                        "PersistentVolumeClaim archive, for CronJob orders-backup",
                        "Secret orders-auth (keys: backup-password, keyfile, monitor-password, root-password), for"
                                + " CronJob orders-backup, StatefulSet orders");
    }

    @Test
    void sealing_changes_one_word_and_restarts_no_pod() {
        assertThat(set(SMALLEST.sealed()).getSpec()).isEqualTo(set(SMALLEST).getSpec());
        assertThat(cluster(SMALLEST)).containsEntry("phase", "BOOTSTRAP");
        assertThat(cluster(SMALLEST.sealed())).containsEntry("phase", "SEALED");
    }

    @Test
    void more_members_restart_no_pod() {
        assertThat(set(SMALLEST.members(5)).getSpec().getTemplate())
                .isEqualTo(set(SMALLEST).getSpec().getTemplate());
        assertThat(cluster(SMALLEST.members(MongoMembers.voting(3).readers(1))))
                .containsEntry(
                        "members",
                        """
                        0 orders-0.orders-headless:27017 1
                        1 orders-1.orders-headless:27017 1
                        2 orders-2.orders-headless:27017 1
                        3 orders-3.orders-headless:27017 0
                        """);
    }

    @Test
    void a_change_of_configuration_restarts_the_pods() {
        assertThat(set(SMALLEST.setting("net.maxIncomingConnections", "9"))).isNotEqualTo(set(SMALLEST));
    }

    @Test
    void the_cache_is_half_of_what_is_above_one_gibibyte() {
        assertThat(MongodConf.cacheGib(mib(512))).isEqualTo("0.25");
        assertThat(MongodConf.cacheGib(gib(2))).isEqualTo("0.50");
        assertThat(MongodConf.cacheGib(mib(5000))).isEqualTo("1.94");
        assertThat(MongodConf.cacheGib(gib(64))).isEqualTo("31.50");
    }

    @Test
    void settings_become_a_tree_and_texts_that_mean_something_else_are_quoted() {
        assertThat(MongodConf.of(SMALLEST.setting("setParameter.ttlMonitorSleepSecs", "30")
                        .setting("security.redactClientLogData", "true")
                        .setting("auditLog.filter", "{ a: 'b' }")))
                .isEqualTo(
                        """
                        storage:
                          dbPath: /data/db
                          wiredTiger:
                            engineConfig:
                              cacheSizeGB: 0.50
                        net:
                          port: 27017
                          bindIpAll: true
                        security:
                          authorization: enabled
                          keyFile: /keys/keyfile
                          clusterAuthMode: keyFile
                          redactClientLogData: true
                        setParameter:
                          shutdownTimeoutMillisForSignaledShutdown: 15000
                          enableLocalhostAuthBypass: true
                          ttlMonitorSleepSecs: 30
                        replication:
                          replSetName: rs0
                          oplogSizeMB: 1024
                        auditLog:
                          filter: '{ a: ''b'' }'
                        """);
    }

    @Test
    void the_table_of_versions_leads_from_each_series_to_a_known_one() {
        assertThat(MongoVersions.known()).isEqualTo("7.0, 8.0, 8.2, 8.3");
        assertThat(MongoVersions.of(MongoVersions.IMAGE.version()).orElseThrow().lasting())
                .isTrue();
        assertThat(MongoVersions.of("8.0.1-noble").orElseThrow().release()).contains(MongoVersions.IMAGE.version());
        assertThat(MongoVersions.of("8.3.8").orElseThrow().from()).isEqualTo("8.2");
        assertThat(MongoVersions.of("latest")).isEmpty();
    }

    @Test
    void addresses_outside_are_in_the_list_of_the_agents_and_restart_no_pod() {
        MongoReplicaSet secure = SMALLEST.tls("orders-tls");
        MongoReplicaSet balanced = secure.external(ExternalAccess.loadBalancers("db-{ordinal}.example.com"));
        assertThat(set(balanced)).isEqualTo(set(secure));
        assertThat(cluster(balanced))
                .containsEntry(
                        "members",
                        """
                        0 orders-0.orders-headless:27017 1 db-0.example.com:27017
                        1 orders-1.orders-headless:27017 1 db-1.example.com:27017
                        2 orders-2.orders-headless:27017 1 db-2.example.com:27017
                        """);
        assertThat(cluster(secure.external(ExternalAccess.nodePorts("nodes.example.com", 30170))))
                .containsEntry(
                        "members",
                        """
                        0 orders-0.orders-headless:27017 1 nodes.example.com:30170
                        1 orders-1.orders-headless:27017 1 nodes.example.com:30171
                        2 orders-2.orders-headless:27017 1 nodes.example.com:30172
                        """);
        assertThat(balanced.certificateNames())
                .containsExactly("*.orders-headless", "db-0.example.com", "db-1.example.com", "db-2.example.com");
    }

    private static StatefulSet set(MongoReplicaSet set) {
        return Manifest.of(set)
                .graph()
                .all(StatefulSet.class)
                .map(Located::get)
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> cluster(MongoReplicaSet set) {
        return Manifest.of(set)
                .graph()
                .find(ConfigMap.class, null, "orders-cluster")
                .orElseThrow()
                .get()
                .getData();
    }
}
