package dev.ordinal.examples;

import static dev.ordinal.dsl.Size.gib;

import dev.ordinal.core.change.Change;
import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.presets.kafka.KafkaCluster;

/** A cluster gets a nicer name, and with it new, empty disks: the old ones stay behind, full of data. */
public final class RenamedKafka {
    private RenamedKafka() {}

    static Change change() {
        return Change.between(Manifest.of(cluster("kafka")), Manifest.of(cluster("events")));
    }

    private static KafkaCluster cluster(String name) {
        return KafkaCluster.named(name).storage(gib(100)).namespace("shop").sealed();
    }

    /** Prints what is to be said against it. */
    public static void main(String[] args) {
        System.out.print(change().report());
    }
}
