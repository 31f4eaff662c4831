package dev.ordinal.dsl;

import java.util.Optional;
import org.immutables.value.Value;

/** An empty folder that lives as long as the pod: {@code emptyDir}. */
@Word
@Value.Immutable
public non-sealed interface ScratchVolume extends VolumeSpec, WithScratchVolume {
    @Override
    String name();

    /** Whether it is kept in memory, which counts towards the container's memory. Default: no, on the node's disk. */
    @Value.Default
    default boolean isInMemory() {
        return false;
    }

    /** How large it may become before the pod is evicted. Default: no limit. */
    Optional<Size> limit();

    /** The same, kept in memory. */
    default ScratchVolume inMemory() {
        return inMemory(true);
    }
}
