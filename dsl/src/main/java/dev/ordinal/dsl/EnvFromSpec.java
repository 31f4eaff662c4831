package dev.ordinal.dsl;

import static java.util.Objects.requireNonNull;

/**
 * All keys of a Secret, a ConfigMap or files of the app as environment variables.
 *
 * @param bundle what holds the keys
 * @param prefix put before each key; empty for none
 */
public record EnvFromSpec(EnvBundle bundle, String prefix) {
    /** Refuses null. */
    public EnvFromSpec {
        requireNonNull(bundle, "bundle");
        requireNonNull(prefix, "prefix");
    }
}
