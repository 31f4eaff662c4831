package dev.ordinal.dsl;

import java.util.Optional;
import org.immutables.value.Value;

/** A volume at a path of a container. The pod's list of volumes follows from the mounts. */
@Word
@Value.Immutable
public interface MountSpec extends WithMountSpec {
    /** That volume at that absolute path, writable. */
    static MountSpec of(VolumeSpec volume, String path) {
        return ImmutableMountSpec.of(volume, path);
    }

    /** What is mounted. */
    VolumeSpec volume();

    /** Where: an absolute path in the container. */
    String path();

    /** Whether the container may only read. Default: false. */
    @Value.Default
    default boolean isReadOnly() {
        return false;
    }

    /** The same, but the container may only read. */
    default MountSpec readOnly() {
        return readOnly(true);
    }

    /** A path inside the volume that is mounted in place of its root. Default: the root. Such files never change live. */
    Optional<String> subPath();

    /** The same with {@code $(VARIABLES)} of the container, for a folder per pod. Default: none. */
    Optional<String> subPathExpr();

    /** How mounts made later on the host or in the container spread: {@code HostToContainer} … Default: none. */
    Optional<String> propagation();
}
