package dev.ordinal.presets.part;

import dev.ordinal.dsl.Size;

/**
 * A preset that still lacks its disks.
 *
 * @param <T> the preset, such as {@code KafkaCluster}
 */
@FunctionalInterface
public interface NeedsStorage<T> {
    /** With such a disk for each member. */
    T storage(Storage storage);

    /** With a disk of that size for each member, of the default class. */
    default T storage(Size size) {
        return storage(Storage.of(size));
    }
}
