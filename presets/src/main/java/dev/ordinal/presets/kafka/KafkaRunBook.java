package dev.ordinal.presets.kafka;

import dev.ordinal.presets.part.RunBook;

/** What to do with a cluster. */
final class KafkaRunBook {
    private KafkaRunBook() {}

    static RunBook of(KafkaCluster cluster) {
        return RunBook.titled(cluster.name(), "");
    }
}
