package dev.ordinal.dsl;

import org.immutables.value.Value;

/** A claim that exists beforehand, shared by all pods of the app. */
@Word
@Value.Immutable
public non-sealed interface ExistingClaimVolume extends VolumeSpec, WithExistingClaimVolume {
    @Override
    String name();

    /** The claim's name in the app's namespace. */
    String claimName();

    /** Whether it can only be read. Default: no. */
    @Value.Default
    default boolean isReadOnly() {
        return false;
    }
}
