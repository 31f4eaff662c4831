package dev.ordinal.presets.kafka;

import dev.ordinal.core.diagnostic.Diagnostic;
import java.util.List;

/** What only someone who knows Kafka can see. */
final class KafkaRules {
    private KafkaRules() {}

    static List<Diagnostic> check(KafkaCluster cluster) {
        return List.of();
    }
}
