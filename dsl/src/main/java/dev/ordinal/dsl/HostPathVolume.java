package dev.ordinal.dsl;

import java.util.Optional;
import org.immutables.value.Value;

/** A path of the node. */
@Word
@Value.Immutable
public non-sealed interface HostPathVolume extends VolumeSpec, WithHostPathVolume {
    @Override
    String name();

    /** The path on the node. */
    String path();

    /** What must be there, such as {@code DirectoryOrCreate} or {@code Socket}. Default: nothing is checked. */
    Optional<String> type();
}
