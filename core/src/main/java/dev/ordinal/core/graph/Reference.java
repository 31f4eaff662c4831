package dev.ordinal.core.graph;

import dev.ordinal.core.diagnostic.ObjectRef;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An arrow of the graph: a field of one object that names another.
 *
 * @param relation what the arrow means
 * @param from the field that names the other object
 * @param to the object that is named, which need not be in the graph
 * @param keyOrNull the one key that is read, or null for the whole object
 * @param optional whether Kubernetes goes on without it, as with {@code optional: true}
 */
public record Reference(
        Relation relation, Located<?> from, ObjectRef to, @Nullable String keyOrNull, boolean optional) {
    static Reference to(Relation relation, Located<?> from, String kind, @Nullable String namespace, String name) {
        return new Reference(relation, from, ObjectRef.of(kind, namespace, name), null, false);
    }

    Reference key(@Nullable String key) {
        return new Reference(relation, from, to, key, optional);
    }

    Reference optional(@Nullable Boolean isOptional) {
        return new Reference(relation, from, to, keyOrNull, Boolean.TRUE.equals(isOptional));
    }

    /** The key that is read; empty when the whole object is meant. */
    public Optional<String> key() {
        return Optional.ofNullable(keyOrNull);
    }
}
