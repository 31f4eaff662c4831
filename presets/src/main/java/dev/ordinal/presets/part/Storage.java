package dev.ordinal.presets.part;

import static java.util.Objects.requireNonNull;

import dev.ordinal.dsl.ClaimVolume;
import dev.ordinal.dsl.Size;
import dev.ordinal.dsl.VolumeSpec;
import java.util.Optional;

/**
 * A disk for each member, which becomes a claim template: {@code Storage.of(gib(100)).storageClass("fast-ssd")}.
 *
 * @param size of each disk
 * @param storageClass the class that makes the disks; the Kubernetes cluster's default class, if none is said
 */
public record Storage(Size size, Optional<String> storageClass) {
    /** Refuses null. */
    public Storage {
        requireNonNull(size, "size");
        requireNonNull(storageClass, "storageClass");
    }

    /** Disks of that size. */
    public static Storage of(Size size) {
        return new Storage(size, Optional.empty());
    }

    /** The same of that size. */
    public Storage size(Size other) {
        return new Storage(other, storageClass);
    }

    /** The same, of the other's class if it has none of its own. */
    public Storage orOf(Storage other) {
        return new Storage(size, storageClass.or(other::storageClass));
    }

    /** The same of that class. */
    public Storage storageClass(String name) {
        return new Storage(size, Optional.of(requireNonNull(name, "storageClass")));
    }

    /** The volume of that name, as the language has it. */
    public ClaimVolume claim(String name) {
        return VolumeSpec.claim(name, size).storageClass(storageClass);
    }
}
