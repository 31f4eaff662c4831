package dev.ordinal.dsl;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A condition on a node's labels.
 *
 * @param key the label
 * @param operator {@code In}, {@code NotIn}, {@code Exists}, {@code DoesNotExist}, {@code Gt} or {@code Lt}
 * @param values what the operator compares with
 */
public record NodeMatch(String key, String operator, List<String> values) {
    /** Keeps its own copy of the values. */
    public NodeMatch {
        requireNonNull(key, "key");
        requireNonNull(operator, "operator");
        requireNonNull(values, "values");
        values = List.copyOf(values);
    }
}
