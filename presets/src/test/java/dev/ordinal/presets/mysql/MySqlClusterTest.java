package dev.ordinal.presets.mysql;

import static dev.ordinal.dsl.Cpu.cores;
import static dev.ordinal.dsl.Size.gib;
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
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.rbac.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MySqlClusterTest {
    static final MySqlCluster SMALLEST = MySqlCluster.named("orders").storage(gib(20));

    static final MySqlCluster FULLEST = MySqlCluster.named("orders")
            .storage(Storage.of(gib(500)).storageClass("fast-ssd"))
            .namespace(Namespace.named("shop").clusterDomain("cluster.example"))
            .topology(MySqlTopology.group(5).named("6f1d7c2e-0c55-4a37-9f0e-6b0f4be1a3c5"))
            .version(Version.of("8.4.11").image("registry.example.com/mysql:8.4.11"))
            .resources(gib(16), cores(4))
            .passwords("orders-secret")
            .database("shop")
            .tls(Tls.from("orders-tls").by(Issuer.ofCluster("company-ca")))
            .client(Peer.pods("app.kubernetes.io/name", "web"))
            .client(Peer.namespace("analytics"))
            .client(Peer.addresses("203.0.113.0/24"))
            .metrics(Metrics.shown().monitored().scraper(Peer.namespace("monitoring")))
            .backup(Backup.to("orders-backup").schedule("30 2 * * *").keep(14))
            .external(ExternalAccess.loadBalancers("orders-{ordinal}.example.com"))
            .setting("max_connections", "300")
            .setting("long-query-time", "2")
            .setting("group_replication_member_expel_timeout", "10")
            .adjust(app -> app.infoLabel("team", "checkout")
                    .spreads(List.of(SpreadSpec.overZones().hard())))
            .sealed();

    private static final MySqlCluster ASYNCHRONOUS =
            SMALLEST.namespace("shop").topology(MySqlTopology.asynchronous(3, 1));

    private static final MySqlCluster STANDALONE = SMALLEST.namespace("shop").topology(MySqlTopology.standalone());

    @Test
    void the_smallest_cluster_is_complete() {
        Golden.assertMatches(Manifest.of(SMALLEST).yaml(), MySqlClusterTest.class, "smallest.yaml");
    }

    @Test
    void the_fullest_cluster_says_all_that_was_said() {
        Golden.assertMatches(Manifest.of(FULLEST).yaml(), MySqlClusterTest.class, "fullest.yaml");
    }

    @Test
    void asynchronous_members_have_a_named_primary() {
        Golden.assertMatches(Manifest.of(ASYNCHRONOUS).yaml(), MySqlClusterTest.class, "asynchronous.yaml");
    }

    @Test
    void the_run_books_have_the_real_names() {
        Golden.assertMatches(FULLEST.runBook().markdown(), MySqlClusterTest.class, "fullest.md");
        Golden.assertMatches(ASYNCHRONOUS.runBook().markdown(), MySqlClusterTest.class, "asynchronous.md");
        Golden.assertMatches(STANDALONE.runBook().markdown(), MySqlClusterTest.class, "standalone.md");
    }

    @Test
    void there_is_nothing_to_find_in_what_it_becomes() {
        assertThat(Manifest.of(SMALLEST).report()).hasToString("no findings\n");
        assertThat(Manifest.of(FULLEST).report()).hasToString("no findings\n");
        assertThat(Manifest.of(ASYNCHRONOUS).report()).hasToString("no findings\n");
        assertThat(Manifest.of(STANDALONE).report()).hasToString("no findings\n");
        assertThat(Manifest.of(SMALLEST.development()).report()).hasToString("no findings\n");
        assertThat(Manifest.of(STANDALONE.metrics(Metrics.shown()).backup(Backup.to("dumps")))
                        .report())
                .hasToString("no findings\n");
    }

    @Test
    void sealing_changes_one_word_and_restarts_no_pod() {
        assertThat(set(SMALLEST.sealed()).getSpec()).isEqualTo(set(SMALLEST).getSpec());
        assertThat(state(SMALLEST)).containsEntry("phase", "BOOTSTRAP");
        assertThat(state(SMALLEST.sealed())).containsEntry("phase", "SEALED");
    }

    @Test
    void more_members_or_another_primary_restart_no_pod() {
        MySqlCluster more = SMALLEST.topology(MySqlTopology.group(5));
        assertThat(set(more).getSpec().getTemplate())
                .isEqualTo(set(SMALLEST).getSpec().getTemplate());
        MySqlCluster other = SMALLEST.topology(MySqlTopology.asynchronous(3, 0));
        assertThat(set(other).getSpec().getTemplate())
                .isEqualTo(set(other.topology(MySqlTopology.asynchronous(3, 2)))
                        .getSpec()
                        .getTemplate());
    }

    @Test
    void a_change_of_configuration_restarts_the_pods() {
        assertThat(set(SMALLEST.setting("long_query_time", "2"))).isNotEqualTo(set(SMALLEST));
    }

    @Test
    void the_service_for_writers_finds_the_primary_by_its_label_and_the_members_may_write_only_that() {
        assertThat(selector(SMALLEST, "orders"))
                .isEqualTo(Map.of("app.kubernetes.io/name", "orders", "mysql.ordinal.dev/role", "primary"));
        assertThat(selector(SMALLEST, "orders-read")).isEqualTo(Map.of("app.kubernetes.io/name", "orders"));
        assertThat(Manifest.of(SMALLEST).graph().all(Role.class).map(Located::get))
                .singleElement()
                .satisfies(role -> assertThat(role.getRules()).singleElement().satisfies(rule -> {
                    assertThat(rule.getVerbs()).containsExactly("patch");
                    assertThat(rule.getResources()).containsExactly("pods");
                    assertThat(rule.getResourceNames()).containsExactly("orders-0", "orders-1", "orders-2");
                }));
    }

    @Test
    void where_the_primary_is_named_its_pods_own_label_is_enough_and_nobody_has_an_account() {
        MySqlCluster cluster = SMALLEST.topology(MySqlTopology.asynchronous(3, 1));
        assertThat(selector(cluster, "orders")).containsEntry("statefulset.kubernetes.io/pod-name", "orders-1");
        assertThat(Manifest.of(cluster).graph().all(Role.class)).isEmpty();
    }

    @Test
    void members_have_an_address_each_outside() {
        MySqlCluster cluster =
                SMALLEST.namespace("shop").external(ExternalAccess.nodePorts("nodes.example.com", 30306));
        assertThat(Manifest.of(cluster).graph().all(Service.class).map(Located::get))
                .filteredOn(service -> service.getMetadata().getName().startsWith("orders-external-"))
                .extracting(service -> service.getMetadata().getName()
                        + " " + service.getSpec().getType()
                        + " " + service.getSpec().getPorts().get(0).getNodePort()
                        + " " + service.getSpec().getSelector().get("statefulset.kubernetes.io/pod-name"))
                .containsExactly(
                        "orders-external-0 NodePort 30306 orders-0",
                        "orders-external-1 NodePort 30307 orders-1",
                        "orders-external-2 NodePort 30308 orders-2");
        assertThat(set(cluster)).isEqualTo(set(SMALLEST.namespace("shop")));
    }

    @Test
    void a_certificate_is_good_for_all_names_inside_and_outside() {
        assertThat(SMALLEST.certificateNames()).containsExactly("*.orders-headless", "orders", "orders-read");
        assertThat(SMALLEST.namespace("shop")
                        .external(ExternalAccess.loadBalancers("db-{ordinal}.example.com"))
                        .certificateNames())
                .containsExactly(
                        "*.orders-headless.shop.svc.cluster.local",
                        "orders",
                        "orders.shop.svc",
                        "orders.shop.svc.cluster.local",
                        "orders-read",
                        "orders-read.shop.svc",
                        "orders-read.shop.svc.cluster.local",
                        "db-0.example.com",
                        "db-1.example.com",
                        "db-2.example.com");
        assertThat(STANDALONE.certificateNames())
                .containsExactly(
                        "*.orders-headless.shop.svc.cluster.local",
                        "orders",
                        "orders.shop.svc",
                        "orders.shop.svc.cluster.local");
    }

    private static StatefulSet set(MySqlCluster cluster) {
        return Manifest.of(cluster)
                .graph()
                .all(StatefulSet.class)
                .map(Located::get)
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> selector(MySqlCluster cluster, String service) {
        return Manifest.of(cluster)
                .graph()
                .find(Service.class, null, service)
                .orElseThrow()
                .get()
                .getSpec()
                .getSelector();
    }

    private static Map<String, String> state(MySqlCluster cluster) {
        return Manifest.of(cluster)
                .graph()
                .find(ConfigMap.class, null, "orders-state")
                .orElseThrow()
                .get()
                .getData();
    }
}
