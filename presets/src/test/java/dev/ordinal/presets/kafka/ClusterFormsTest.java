package dev.ordinal.presets.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.presets.server.RealServers;
import org.junit.jupiter.api.Test;

@RealServers
class ClusterFormsTest {
    @Test
    void plain() {
        try (Kafka kafka = Kafka.formed(Kafka.NEW.insecure(), new Access.Plain())) {
            assertThat(kafka.voters()).containsExactly(0, 1, 2);
            assertThat(kafka.brokers()).containsExactly(100, 101, 102);
        }
    }
}
