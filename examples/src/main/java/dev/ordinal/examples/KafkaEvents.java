package dev.ordinal.examples;

import static dev.ordinal.dsl.Size.gib;

import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.presets.kafka.KafkaCluster;

/** A Kafka cluster in one sentence, and its run book. */
public final class KafkaEvents {
    private KafkaEvents() {}

    static KafkaCluster events() {
        return KafkaCluster.named("events").storage(gib(100)).brokers(3).namespace("streaming");
    }

    /** Prints the manifest of the new cluster, or with any argument its run book. */
    public static void main(String[] args) {
        System.out.print(
                args.length == 0
                        ? Manifest.of(events()).yaml()
                        : events().runBook().markdown());
    }
}
