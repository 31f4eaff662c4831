package dev.ordinal.core.yaml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value as it was written, with its place: what YAML and JSON have in common. Nodes are shared where an alias stands. */
sealed interface Node extends Placed {
    /**
     * A value without parts.
     *
     * @param value the String, Boolean, Integer, Long, BigInteger, Double or null that the API server makes of it; a
     *     BigDecimal for a number with a point or an exponent in JSON, which the server never takes for an integer
     * @param text as it was written, without quotes
     */
    record Scalar(@Nullable Object value, String text, int line, int column) implements Node {}

    /** A list. */
    record Items(List<Node> items, int line, int column) implements Node {}

    /** A mapping, in the order of the text; a key that is written twice is in it twice. */
    record Fields(List<Entry> entries, int line, int column) implements Node {
        /** The value of a key, or null; the last one if the key is written twice. */
        @Nullable
        Node get(String name) {
            Node found = null;
            for (Entry entry : entries) {
                if (entry.name().equals(name)) {
                    found = entry.value();
                }
            }
            return found;
        }

        /** The text at a key; null if there is none or something else stands there. */
        @Nullable
        String text(String name) {
            return get(name) instanceof Scalar scalar && scalar.value() instanceof String text ? text : null;
        }
    }

    /** A key with its place and its value. */
    record Entry(String name, Node value, int line, int column) implements Placed {}

    /** Whether null is written here, which means the same as nothing. */
    default boolean isNull() {
        return this instanceof Scalar scalar && scalar.value() == null;
    }
}
