package dev.ordinal.presets.kafka;

import static java.util.Objects.requireNonNull;

import dev.ordinal.dsl.Size;
import dev.ordinal.presets.part.Storage;
import java.util.Optional;

/** Who votes on what a {@link KafkaCluster} knows of itself: nodes that do nothing else, or the brokers. */
public sealed interface Controllers {
    /**
     * Nodes of their own, with a disk of 10 GiB and a GiB of memory each.
     *
     * @param nodes 3 or 5; one alone only in development
     */
    static Separate separate(int nodes) {
        return combined().separated(nodes);
    }

    /** The brokers, all of them. For small clusters: one that is overloaded takes its vote with it. */
    static Combined combined() {
        return new Combined(Optional.empty());
    }

    /** Kafka's own id of the cluster, 22 characters; fixed for ever. Default: derived from namespace and name. */
    Optional<String> clusterId();

    /** Of the cluster of that id. */
    Controllers clusterId(String id);

    /** So many that do nothing else, of the same size as before. */
    Separate separated(int nodes);

    /**
     * Nodes that do nothing else.
     *
     * @param nodes how many
     * @param storage the disk of each; of the brokers' class, if it names none
     * @param memory of each, request and limit; 70 % of it is Java heap
     * @param clusterId of the cluster
     */
    record Separate(int nodes, Storage storage, Size memory, Optional<String> clusterId) implements Controllers {
        /** Refuses null. */
        public Separate {
            requireNonNull(storage, "storage");
            requireNonNull(memory, "memory");
            requireNonNull(clusterId, "clusterId");
        }

        @Override
        public Separate separated(int number) {
            return new Separate(number, storage, memory, clusterId);
        }

        /** With disks of that size, and of the same class as before. */
        public Separate storage(Size size) {
            return storage(storage.size(size));
        }

        /** With such disks. */
        public Separate storage(Storage disk) {
            return new Separate(nodes, disk, memory, clusterId);
        }

        /** With that much memory each. */
        public Separate memory(Size size) {
            return new Separate(nodes, storage, size, clusterId);
        }

        @Override
        public Separate clusterId(String id) {
            return new Separate(nodes, storage, memory, Optional.of(requireNonNull(id, "clusterId")));
        }
    }

    /**
     * Brokers that vote too.
     *
     * @param clusterId of the cluster
     */
    record Combined(Optional<String> clusterId) implements Controllers {
        /** Refuses null. */
        public Combined {
            requireNonNull(clusterId, "clusterId");
        }

        @Override
        public Separate separated(int nodes) {
            return new Separate(nodes, Storage.of(Size.gib(10)), Size.gib(1), clusterId);
        }

        @Override
        public Combined clusterId(String id) {
            return new Combined(Optional.of(requireNonNull(id, "clusterId")));
        }
    }
}
