package dev.ordinal.dsl;

import static java.util.Objects.requireNonNull;

/**
 * One environment variable.
 *
 * @param name the variable's name
 * @param source where its value comes from
 */
public record EnvSpec(String name, EnvSource source) {
    /** Refuses null. */
    public EnvSpec {
        requireNonNull(name, "name");
        requireNonNull(source, "source");
    }
}
