package dev.ordinal.dsl;

import static java.util.Objects.requireNonNull;

/**
 * A Secret that exists beforehand. Ordinal refers to secrets and never renders one; {@code Manifest.prerequisites()} lists
 * them with the keys that are read.
 *
 * @param name the Secret's name in the app's namespace
 */
public record SecretRef(String name) implements EnvBundle {
    /** Refuses null. */
    public SecretRef {
        requireNonNull(name, "name");
    }

    /** The Secret of that name. */
    public static SecretRef named(String name) {
        return new SecretRef(name);
    }

    /** One key of it, for an environment variable. */
    public EnvSource key(String key) {
        return new EnvSource.SecretKey(name, key, false);
    }

    /** One key of it that may be missing: the variable is then not set. */
    public EnvSource optionalKey(String key) {
        return new EnvSource.SecretKey(name, key, true);
    }
}
