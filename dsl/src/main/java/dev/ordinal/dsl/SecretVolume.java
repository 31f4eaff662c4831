package dev.ordinal.dsl;

import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Files from a Secret that exists beforehand. */
@Word
@Value.Immutable
public non-sealed interface SecretVolume extends VolumeSpec, WithSecretVolume {
    @Override
    String name();

    /** The Secret. */
    SecretRef secret();

    /** The keys that appear, and where. Default: all keys, each under its own name. */
    List<FileItem> items();

    /** The mode of the files. Default: the API server's, {@code 0644}. */
    Optional<Integer> mode();

    /** Whether the pod starts without it. Default: no. */
    @Value.Default
    default boolean isOptional() {
        return false;
    }

    /** One key under a path. */
    default SecretVolume item(String key, String path) {
        return items(Append.to(items(), new FileItem(key, path, Optional.empty())));
    }

    /** One key under a path with a mode. */
    default SecretVolume item(String key, String path, int mode) {
        return items(Append.to(items(), new FileItem(key, path, Optional.of(mode))));
    }
}
