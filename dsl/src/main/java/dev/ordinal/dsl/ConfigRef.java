package dev.ordinal.dsl;

import static java.util.Objects.requireNonNull;

/**
 * A ConfigMap that exists beforehand and is not of this app's making. For files of the app's own see
 * {@link VolumeSpec#files}.
 *
 * @param name the ConfigMap's name in the app's namespace
 */
public record ConfigRef(String name) implements EnvBundle {
    /** Refuses null. */
    public ConfigRef {
        requireNonNull(name, "name");
    }

    /** The ConfigMap of that name. */
    public static ConfigRef named(String name) {
        return new ConfigRef(name);
    }

    /** One key of it, for an environment variable. */
    public EnvSource key(String key) {
        return new EnvSource.ConfigKey(name, key, false);
    }

    /** One key of it that may be missing: the variable is then not set. */
    public EnvSource optionalKey(String key) {
        return new EnvSource.ConfigKey(name, key, true);
    }
}
