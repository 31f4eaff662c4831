package dev.ordinal.presets.zookeeper;

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

class ZooKeeperEnsembleTest {
    private static final ZooKeeperEnsemble SMALLEST =
            ZooKeeperEnsemble.named("zk").storage(gib(10));

    private static final ZooKeeperEnsemble FULLEST = ZooKeeperEnsemble.named("coordination")
            .storage(Storage.of(gib(20)).storageClass("fast-ssd"))
            .namespace(Namespace.named("shop").clusterDomain("cluster.example"))
            .members(5)
            .version(Version.of("3.9.6").image("registry.example.com/zookeeper:3.9.6"))
            .resources(gib(4), cores(2))
            .logStorage(Storage.of(gib(5)).storageClass("fastest-ssd"))
            .passwords("coordination-users")
            .tls(Tls.from("coordination-tls").by(Issuer.ofCluster("company-ca")))
            .external(ExternalAccess.loadBalancers("zk-{ordinal}.example.com"))
            .client(Peer.pods("app.kubernetes.io/name", "solr"))
            .client(Peer.namespace("analytics"))
            .metrics(Metrics.shown().monitored().scraper(Peer.namespace("monitoring")))
            .setting("maxClientCnxns", "0")
            .setting("jute.maxbuffer", "4194304")
            .adjust(app -> app.infoLabel("team", "search")
                    .spreads(List.of(SpreadSpec.overZones().hard())))
            .sealed();

    @Test
    void the_smallest_ensemble_is_complete() {
        Golden.assertMatches(Manifest.of(SMALLEST).yaml(), ZooKeeperEnsembleTest.class, "smallest.yaml");
    }

    @Test
    void the_fullest_ensemble_says_all_that_was_said() {
        Golden.assertMatches(Manifest.of(FULLEST).yaml(), ZooKeeperEnsembleTest.class, "fullest.yaml");
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
                SMALLEST.namespace("shop").runBook().markdown(), ZooKeeperEnsembleTest.class, "run-book.md");
        Golden.assertMatches(FULLEST.runBook().markdown(), ZooKeeperEnsembleTest.class, "fullest-run-book.md");
    }

    @Test
    void clients_are_told_every_member() {
        assertThat(SMALLEST.namespace("shop").connectString())
                .isEqualTo("zk-1.zk-headless.shop.svc.cluster.local:2181,"
                        + "zk-2.zk-headless.shop.svc.cluster.local:2181,"
                        + "zk-3.zk-headless.shop.svc.cluster.local:2181");
        assertThat(SMALLEST.connectString())
                .isEqualTo("zk-1.zk-headless:2181,zk-2.zk-headless:2181,zk-3.zk-headless:2181");
    }

    @Test
    void clients_outside_are_told_every_member_by_the_names_outside() {
        assertThat(FULLEST.members(3).externalConnectString())
                .contains("zk-1.example.com:2281,zk-2.example.com:2281,zk-3.example.com:2281");
        assertThat(FULLEST.members(3)
                        .external(ExternalAccess.nodePorts("nodes.example.com", 30_100))
                        .externalConnectString())
                .contains("nodes.example.com:30100,nodes.example.com:30101,nodes.example.com:30102");
        assertThat(SMALLEST.externalConnectString()).isEmpty();
    }

    @Test
    void a_certificate_is_good_for_all_names_by_which_members_are_reached() {
        assertThat(SMALLEST.certificateNames()).containsExactly("*.zk-headless", "zk");
        assertThat(FULLEST.members(3).certificateNames())
                .containsExactly(
                        "*.coordination-headless.shop.svc.cluster.example",
                        "coordination",
                        "coordination.shop.svc",
                        "coordination.shop.svc.cluster.example",
                        "zk-1.example.com",
                        "zk-2.example.com",
                        "zk-3.example.com");
    }

    @Test
    void no_password_is_in_what_it_becomes_and_without_passwords_no_secret_is_wanted() {
        assertThat(Manifest.of(SMALLEST).prerequisites()).hasToString("[Secret zk-passwords, for StatefulSet zk]");
        assertThat(Manifest.of(SMALLEST.insecure()).prerequisites()).isEmpty();
        assertThat(Manifest.of(SMALLEST.insecure()).yaml())
                .doesNotContain("sasl")
                .doesNotContain("/stores")
                .doesNotContain("fips-mode");
    }

    @Test
    void sealing_changes_one_word_and_restarts_no_pod() {
        assertThat(set(SMALLEST.sealed()).getSpec()).isEqualTo(set(SMALLEST).getSpec());
        assertThat(phase(SMALLEST)).isEqualTo(Map.of("phase", "BOOTSTRAP"));
        assertThat(phase(SMALLEST.sealed())).isEqualTo(Map.of("phase", "SEALED"));
    }

    @Test
    void a_change_of_configuration_restarts_the_pods() {
        assertThat(set(SMALLEST.setting("tickTime", "3000"))).isNotEqualTo(set(SMALLEST));
    }

    @Test
    void the_version_is_the_tag_of_the_image_also_when_it_is_said_last() {
        assertThat(Manifest.of(SMALLEST.version("3.9.6")).yaml())
                .contains("image: zookeeper:3.9.6")
                .doesNotContain("3.9.5");
    }

    private static StatefulSet set(ZooKeeperEnsemble ensemble) {
        return Manifest.of(ensemble)
                .graph()
                .all(StatefulSet.class)
                .map(Located::get)
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> phase(ZooKeeperEnsemble ensemble) {
        return Manifest.of(ensemble)
                .graph()
                .find(ConfigMap.class, null, "zk-phase")
                .orElseThrow()
                .get()
                .getData();
    }

    @Test
    void its_heap_is_a_share_of_its_memory() {
        assertThat(ZooKeeperRenderer.heap(SMALLEST.resources(mib(1000)))).isEqualTo(mib(650));
    }
}
