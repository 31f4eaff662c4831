package dev.ordinal.dsl;

import org.immutables.value.Value;

/** A folder of an NFS server, shared by all pods. */
@Word
@Value.Immutable
public non-sealed interface NfsVolume extends VolumeSpec, WithNfsVolume {
    @Override
    String name();

    /** The server's name or address. */
    String server();

    /** The exported path. */
    String path();

    /** Whether it can only be read. Default: no. */
    @Value.Default
    default boolean isReadOnly() {
        return false;
    }
}
