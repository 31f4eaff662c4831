package dev.ordinal.presets.kafka;

import static dev.ordinal.dsl.Cpu.cores;
import static dev.ordinal.dsl.Size.gib;
import static dev.ordinal.dsl.Size.mib;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.dsl.Issuer;
import dev.ordinal.dsl.Peer;
import dev.ordinal.dsl.SpreadSpec;
import dev.ordinal.presets.Golden;
import dev.ordinal.presets.part.ExternalAccess;
import dev.ordinal.presets.part.Namespace;
import dev.ordinal.presets.part.Storage;
import dev.ordinal.presets.part.Tls;
import dev.ordinal.presets.part.Version;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaClusterTest {
    static final KafkaCluster SMALLEST =
            KafkaCluster.named("events").storage(gib(100)).brokers(3).namespace("streaming");

    static final KafkaCluster FULLEST = KafkaCluster.named("ledger")
            .storage(Storage.of(gib(500)).storageClass("fast-ssd"))
            .namespace(Namespace.named("bank").clusterDomain("cluster.example"))
            .brokers(6)
            .version(Version.of("4.4.0").image("registry.example.com/apache/kafka:4.4.0"))
            .metadata("4.3")
            .resources(gib(16), cores(4))
            .controllers(Controllers.separate(5).storage(gib(20)).memory(gib(2)).clusterId("q1Sh-9_ISia_zwGINzRvyQ"))
            .tls(Tls.from("ledger-certificates").by(Issuer.ofCluster("company-ca")))
            .external(ExternalAccess.loadBalancers("kafka-{ordinal}.example.com"))
            .metrics(MetricsAgent.from("registry.example.com/jmx-exporter:1.5.0", "/jmx_prometheus_javaagent.jar")
                    .monitored()
                    .scraper(Peer.namespace("monitoring")))
            .client(Peer.pods("app.kubernetes.io/name", "payments"))
            .client(Peer.namespace("analytics"))
            .setting("log.retention.hours", "24")
            .setting("num.partitions", "12")
            .adjust(app -> app.infoLabel("team", "ledger")
                    .spreads(List.of(SpreadSpec.overZones().hard())))
            .sealed();

    @Test
    void the_smallest_cluster_is_complete() {
        Golden.assertMatches(Manifest.of(SMALLEST).yaml(), KafkaClusterTest.class, "smallest.yaml");
    }

    @Test
    void the_fullest_cluster_says_all_that_was_said() {
        Golden.assertMatches(Manifest.of(FULLEST).yaml(), KafkaClusterTest.class, "fullest.yaml");
    }

    @Test
    void another_number_of_controllers_leaves_their_size_and_id() {
        assertThat(FULLEST.controllers(3).controllers())
                .isEqualTo(
                        Controllers.separate(3).storage(gib(20)).memory(gib(2)).clusterId("q1Sh-9_ISia_zwGINzRvyQ"));
        assertThat(SMALLEST.controllers(Controllers.combined()).controllers(5).controllers())
                .isEqualTo(Controllers.separate(5));
    }

    @Test
    void a_combined_cluster_is_one_set() {
        Golden.assertMatches(
                Manifest.of(SMALLEST.controllers(Controllers.combined())
                                .development()
                                .external(ExternalAccess.nodePorts("nodes.example.com", 31000)))
                        .yaml(),
                KafkaClusterTest.class,
                "combined.yaml");
    }

    @Test
    void the_run_book_has_the_real_names() {
        Golden.assertMatches(SMALLEST.runBook().markdown(), KafkaClusterTest.class, "run-book.md");
        Golden.assertMatches(FULLEST.runBook().markdown(), KafkaClusterTest.class, "run-book-of-five.md");
    }

    @Test
    void there_is_nothing_to_find_in_what_it_becomes() {
        assertThat(Manifest.of(SMALLEST).report()).hasToString("no findings\n");
        assertThat(Manifest.of(SMALLEST.insecure()).report()).hasToString("no findings\n");
        assertThat(Manifest.of(SMALLEST.controllers(Controllers.combined()).development())
                        .report())
                .hasToString("no findings\n");
        assertThat(Manifest.of(SMALLEST.brokers(1).controllers(1).development()).report())
                .hasToString("no findings\n");
        assertThat(Manifest.of(FULLEST).report()).hasToString("no findings\n");
    }

    @Test
    void clients_are_told_every_broker_and_certificates_every_name() {
        assertThat(SMALLEST.bootstrapServers())
                .isEqualTo("events-100.events-headless.streaming.svc.cluster.local:9092,"
                        + "events-101.events-headless.streaming.svc.cluster.local:9092,"
                        + "events-102.events-headless.streaming.svc.cluster.local:9092");
        assertThat(SMALLEST.certificateNames())
                .containsExactly(
                        "*.events-controller-headless.streaming.svc.cluster.local",
                        "*.events-headless.streaming.svc.cluster.local",
                        "events",
                        "events.streaming.svc",
                        "events.streaming.svc.cluster.local");
        assertThat(FULLEST.certificateNames()).contains("kafka-100.example.com", "kafka-105.example.com");
    }

    @Test
    void sealing_changes_one_word_and_restarts_no_pod() {
        assertThat(set(SMALLEST.sealed()).getSpec()).isEqualTo(set(SMALLEST).getSpec());
        assertThat(phase(SMALLEST)).containsEntry("phase", "BOOTSTRAP").containsKey("initial-controllers");
        assertThat(phase(SMALLEST.sealed())).containsEntry("phase", "SEALED").doesNotContainKey("initial-controllers");
    }

    @Test
    void one_more_controller_or_broker_restarts_no_pod() {
        KafkaCluster more = SMALLEST.controllers(5).brokers(4);
        assertThat(set(more).getSpec().getTemplate())
                .isEqualTo(set(SMALLEST).getSpec().getTemplate());
    }

    @Test
    void the_version_is_the_tag_of_the_image_and_the_metadata_also_when_it_is_said_last() {
        assertThat(Manifest.of(SMALLEST.version("4.4.0")).yaml())
                .contains("image: apache/kafka:4.4.0", "metadata: \"4.4\"")
                .doesNotContain("kafka:4.3", ": \"4.3", ": 4.3");
    }

    @Test
    void heaps_are_a_share_of_the_memory() {
        assertThat(Role.BROKER.heap(SMALLEST)).isEqualTo(gib(2));
        assertThat(Role.BROKER.heap(SMALLEST.resources(gib(64)))).isEqualTo(gib(6));
        assertThat(Role.CONTROLLER.heap(
                        SMALLEST.controllers(Controllers.separate(3).memory(mib(1000)))))
                .isEqualTo(mib(700));
    }

    private static StatefulSet set(KafkaCluster cluster) {
        return Manifest.of(cluster)
                .graph()
                .find(StatefulSet.class, "streaming", "events-controller")
                .orElseThrow()
                .get();
    }

    private static Map<String, String> phase(KafkaCluster cluster) {
        return Manifest.of(cluster)
                .graph()
                .find(ConfigMap.class, "streaming", "events-controller-phase")
                .orElseThrow()
                .get()
                .getData();
    }
}
