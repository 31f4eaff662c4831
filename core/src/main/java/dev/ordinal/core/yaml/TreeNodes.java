package dev.ordinal.core.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The nodes of a tree that nobody wrote as a text, and which therefore have no place. */
final class TreeNodes {
    private TreeNodes() {}

    static Node.Fields of(Map<?, ?> tree) {
        List<Node.Entry> entries = new ArrayList<>();
        tree.forEach((name, value) -> entries.add(new Node.Entry(String.valueOf(name), node(value), 0, 0)));
        return new Node.Fields(entries, 0, 0);
    }

    private static Node node(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return of(map);
        } else if (value instanceof List<?> list) {
            return new Node.Items(list.stream().map(TreeNodes::node).toList(), 0, 0);
        }
        return new Node.Scalar(value, String.valueOf(value), 0, 0);
    }
}
