package dev.ordinal.dsl;

import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A disk of its own for each pod: one entry of {@code volumeClaimTemplates}, which makes the claims
 * {@code <name>-<app>-<ordinal>}. A template cannot be changed once the StatefulSet exists, so it carries no label that could.
 */
@Word
@Value.Immutable
public non-sealed interface ClaimVolume extends VolumeSpec, WithClaimVolume {
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

    /** Whether it is a raw device instead of a file system; then it is used by {@link ContainerSpec#device}. Default: no. */
    @Value.Default
    default boolean isBlock() {
        return false;
    }

    /** What new claims are filled with. Default: nothing. */
    Optional<ClaimSource> restoredFrom();

    /** The VolumeAttributesClass. Default: none. */
    Optional<String> attributesClass();

    /** Annotations of the claims. Default: none. */
    Map<String, String> annotations();

    /** A raw device instead of a file system. */
    default ClaimVolume block() {
        return block(true);
    }
}
