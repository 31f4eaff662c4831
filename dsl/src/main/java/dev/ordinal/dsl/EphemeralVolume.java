package dev.ordinal.dsl;

import java.util.Optional;
import org.immutables.value.Value;

/** A claim that is made with the pod and goes with it. */
@Word
@Value.Immutable
public non-sealed interface EphemeralVolume extends VolumeSpec, WithEphemeralVolume {
    @Override
    String name();

    /** How much storage is asked for. */
    Size size();

    /** The storage class. Default: the cluster's default class. */
    Optional<String> storageClass();

    /** Who may use it at once. Default: one node, reading and writing. */
    @Value.Default
    default AccessMode access() {
        return AccessMode.READ_WRITE_ONCE;
    }
}
