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

    /** Spelled out, with {@link #hashCode}, because those of a record are linked at run time, which a cold start pays for. */
    @Override
    public boolean equals(Object other) {
        return other instanceof SecretRef ref && ref.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
