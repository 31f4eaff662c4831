package dev.ordinal.presets.kafka;

import static dev.ordinal.dsl.Cpu.cores;
import static dev.ordinal.dsl.Size.gib;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.dsl.Peer;
import dev.ordinal.dsl.Strictness;
import dev.ordinal.presets.Golden;
import org.junit.jupiter.api.Test;

class KafkaClusterTest {
    static final KafkaCluster SMALLEST =
            KafkaCluster.named("events").storage(gib(100)).brokers(3).namespace("streaming");

    static final KafkaCluster FULLEST = KafkaCluster.named("ledger")
            .storage(gib(500))
            .namespace("bank")
            .brokers(6)
            .controllers(5)
            .version("4.4.0")
            .metadata("4.3")
            .image("registry.example.com/apache/kafka:4.4.0")
            .memory(gib(16))
            .cpu(cores(4))
            .storageClass("fast-ssd")
            .controllerStorage(gib(20))
            .controllerMemory(gib(2))
            .tls("ledger-certificates")
            .external(ExternalAccess.loadBalancers("kafka-{ordinal}.example.com"))
            .metrics("registry.example.com/jmx-exporter:1.5.0", "/jmx_prometheus_javaagent.jar")
            .client(Peer.pods("app.kubernetes.io/name", "payments"))
            .client(Peer.namespace("analytics"))
            .scraper(Peer.namespace("monitoring"))
            .zoneSpread(Strictness.HARD)
            .setting("log.retention.hours", "24")
            .setting("num.partitions", "12")
            .infoLabel("team", "ledger")
            .clusterDomain("cluster.example")
            .clusterId("q1Sh-9_ISia_zwGINzRvyQ")
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
    void there_is_nothing_to_find_in_what_it_becomes() {
        assertThat(Manifest.of(SMALLEST).report()).hasToString("no findings\n");
        assertThat(Manifest.of(FULLEST).report()).hasToString("no findings\n");
    }
}
