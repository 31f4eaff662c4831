package dev.ordinal.dsl;

import static java.util.Objects.requireNonNull;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A change by hand of an object after it is rendered.
 *
 * @param kind the class of the object
 * @param name the object's name; empty for all of the class
 * @param change the change, which gives back the object
 */
public record Edit<T extends HasMetadata>(Class<T> kind, Optional<String> name, UnaryOperator<T> change) {
    /** Refuses null. */
    public Edit {
        requireNonNull(kind, "kind");
        requireNonNull(name, "name");
        requireNonNull(change, "change");
    }
}
