package dev.ordinal.presets.kafka;

import static dev.ordinal.dsl.Size.mib;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.presets.part.ExternalAccess;
import dev.ordinal.presets.server.RealServers;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.Test;

@RealServers
class CombinedClusterTest {
    private static final KafkaCluster COMBINED = Kafka.NEW
            .insecure()
            .controllers(Controllers.combined())
            .resources(mib(768))
            .metrics(MetricsAgent.from(KafkaImage.AGENT, KafkaImage.AGENT_JAR))
            .external(ExternalAccess.nodePorts("nodes.example.com", 31000));

    @Test
    void three_nodes_with_both_roles_form_a_cluster_and_tell_addresses_and_figures() throws Exception {
        try (Kafka kafka = Kafka.formed(COMBINED, new Access.Plain())) {
            assertThat(kafka.voters()).containsExactly(0, 1, 2);
            kafka.create("t", 3);
            kafka.log("t").write("a");
            assertThat(kafka.log("t").read()).containsExactly("a");
            String address = kafka.cluster().pod("events-1").address();
            Map<String, Object> outside = Map.of("bootstrap.servers", address + ":9094");
            try (Producer<String, String> client = new Log("t", outside).producer()) {
                assertThat(client.partitionsFor("t"))
                        .extracting(partition -> partition.leader().host() + ":"
                                + partition.leader().port())
                        .containsExactlyInAnyOrder(
                                "nodes.example.com:31000", "nodes.example.com:31001", "nodes.example.com:31002");
            }
            assertThat(metrics(address))
                    .contains("kafka_server_replicamanager_underminisrpartitioncount 0.0")
                    .contains("kafka_controller_activecontrollercount")
                    .contains("kafka_server_brokerstate 3.0")
                    .contains("kafka_raft_current_leader");
            kafka.tell("combined: three nodes, a record, three addresses for clients outside, and figures");
        }
    }

    private static String metrics(String address) throws IOException {
        try (InputStream in =
                URI.create("http://" + address + ":9404/metrics").toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
