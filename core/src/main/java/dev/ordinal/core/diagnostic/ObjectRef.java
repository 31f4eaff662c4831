package dev.ordinal.core.diagnostic;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The name of one object: its kind, its namespace where it has one, and its name. Printed as {@code StatefulSet shop/orders-db}.
 *
 * @param kind the Kubernetes kind, or the name of a preset such as {@code ZooKeeperEnsemble}
 * @param namespace the namespace, or null where none is written
 * @param name {@code metadata.name}; empty where the object has none
 */
public record ObjectRef(String kind, @Nullable String namespace, String name) implements Comparable<ObjectRef> {
    /** The object itself in its namespace. */
    public static ObjectRef of(String kind, @Nullable String namespace, String name) {
        return new ObjectRef(kind, namespace == null || namespace.isEmpty() ? null : namespace, name);
    }

    /** Spelled out, with {@link #hashCode}, because those of a record are linked at run time, which a cold start pays for. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ObjectRef ref
                && name.equals(ref.name)
                && kind.equals(ref.kind)
                && Objects.equals(namespace, ref.namespace);
    }

    @Override
    public int hashCode() {
        return (kind.hashCode() * 31 + Objects.hashCode(namespace)) * 31 + name.hashCode();
    }

    @Override
    public int compareTo(ObjectRef other) {
        return equals(other) ? 0 : toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return kind + " " + (namespace == null ? "" : namespace + "/") + (name.isEmpty() ? "(no name)" : name);
    }
}
