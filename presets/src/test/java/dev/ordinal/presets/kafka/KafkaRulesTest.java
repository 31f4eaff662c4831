package dev.ordinal.presets.kafka;

import static dev.ordinal.dsl.Size.gib;
import static dev.ordinal.dsl.Size.mib;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.manifest.Manifest;
import org.junit.jupiter.api.Test;

class KafkaRulesTest {
    private static final KafkaCluster EVENTS =
            KafkaCluster.named("events").storage(gib(100)).namespace("streaming");

    @Test
    void x() {
        KafkaCluster[] wrong = {
            EVENTS.controllers(4),
            EVENTS.controllers(9),
            EVENTS.controllers(1),
            EVENTS.controllers(0),
            EVENTS.brokers(0),
            EVENTS.brokers(1),
            EVENTS.brokers(2),
            EVENTS.combined(),
            EVENTS.version("latest"),
            EVENTS.version("3.9.1"),
            EVENTS.metadata("4.4"),
            EVENTS.clusterId("events"),
            EVENTS.clusterId("AAAAAAAAAAAAAAAAAAAAAQ"),
            EVENTS.clusterId("5L6g3nShT-eMCtK--X86sw"),
            EVENTS.memory(mib(256)),
            EVENTS.controllerMemory(mib(256)),
            EVENTS.external(ExternalAccess.loadBalancers("kafka.example.com")),
            EVENTS.insecure().external(ExternalAccess.nodePorts("nodes.example.com", 31000)),
            EVENTS.setting("log.dirs", "/tmp/kafka"),
            EVENTS.setting("controller.quorum.voters", "0@a:9093"),
            EVENTS.setting("zookeeper.connect", "zk:2181"),
            EVENTS.setting("default.replication.factor", "4"),
            EVENTS.setting("min.insync.replicas", "3"),
            KafkaCluster.named("a".repeat(45)).storage(gib(1)),
        };
        for (KafkaCluster cluster : wrong) {
            System.out.println("@@ ");
            Manifest.of(cluster).report().diagnostics().stream()
                    .filter(d -> d.object().kind().equals("KafkaCluster"))
                    .forEach(System.out::println);
        }
        assertThat(KafkaRules.check(EVENTS)).isEmpty();
    }
}
