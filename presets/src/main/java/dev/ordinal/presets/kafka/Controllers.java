package dev.ordinal.presets.kafka;

import static java.util.Objects.requireNonNull;

import dev.ordinal.dsl.Size;
import dev.ordinal.presets.part.Storage;

/** Who votes on what a {@link KafkaCluster} knows of itself: nodes that do nothing else, or the brokers. */
public sealed interface Controllers {
    /**
     * Nodes of their own, with a disk of 10 GiB and a GiB of memory each.
     *
     * @param nodes 3 or 5; one alone only in development
     */
    static Separate separate(int nodes) {
        return new Separate(nodes, Storage.of(Size.gib(10)), Size.gib(1));
    }

    /** The brokers, all of them. For small clusters: one that is overloaded takes its vote with it. */
    static Controllers combined() {
        return new Combined();
    }

    /**
     * Nodes that do nothing else.
     *
     * @param nodes how many
     * @param storage the disk of each; of the brokers' class, if it names none
     * @param memory of each, request and limit; 70 % of it is Java heap
     */
    record Separate(int nodes, Storage storage, Size memory) implements Controllers {
        /** Refuses null. */
        public Separate {
            requireNonNull(storage, "storage");
            requireNonNull(memory, "memory");
        }

        /** With disks of that size, and of the same class as before. */
        public Separate storage(Size size) {
            return storage(storage.size(size));
        }

        /** With such disks. */
        public Separate storage(Storage disk) {
            return new Separate(nodes, disk, memory);
        }

        /** With that much memory each. */
        public Separate memory(Size size) {
            return new Separate(nodes, storage, size);
        }
    }

    /** Brokers that vote too. */
    record Combined() implements Controllers {}
}
