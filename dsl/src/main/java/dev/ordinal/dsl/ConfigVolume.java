package dev.ordinal.dsl;

import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Files from a ConfigMap that exists beforehand. */
@Word
@Value.Immutable
public non-sealed interface ConfigVolume extends VolumeSpec, WithConfigVolume {
    @Override
    String name();

    /** The ConfigMap. */
    ConfigRef config();

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
    default ConfigVolume item(String key, String path) {
        return items(Append.to(items(), new FileItem(key, path, Optional.empty())));
    }

    /** One key under a path with a mode. */
    default ConfigVolume item(String key, String path, int mode) {
        return items(Append.to(items(), new FileItem(key, path, Optional.of(mode))));
    }
}
