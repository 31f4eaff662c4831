package dev.ordinal.core.graph;

import dev.ordinal.core.diagnostic.ObjectRef;
import java.util.List;
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

    /** Adds the arrow from a field that holds the name of an object in the same namespace; nothing while it holds none. */
    static void named(Relation relation, String kind, Located<String> name, List<Reference> arrows) {
        if (!name.or("").isEmpty()) {
            arrows.add(to(relation, name, kind, name.object().namespace(), name.get()));
        }
    }

    /** Adds the arrow to one key of the same object, from the field that holds the key; nothing while it holds none. */
    void key(Located<String> key, List<Reference> arrows) {
        if (key.isPresent()) {
            arrows.add(new Reference(relation, key, to, key.get(), optional));
        }
    }

    /** The key that is read; empty when the whole object is meant. */
    public Optional<String> key() {
        return Optional.ofNullable(keyOrNull);
    }
}
