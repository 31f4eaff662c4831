package dev.ordinal.dsl;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the words that add one thing have in common: a longer copy, in order. */
final class Append {
    private Append() {}

    static <T> List<T> to(List<T> items, T item) {
        List<T> longer = new ArrayList<>(items);
        longer.add(item);
        return longer;
    }

    /** A copy that keeps the order, which {@code Map.copyOf} does not. */
    static <T> Map<String, T> copy(Map<String, T> entries) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    static <T> Map<String, T> to(Map<String, T> entries, String key, T value) {
        Map<String, T> longer = new LinkedHashMap<>(entries);
        longer.put(key, value);
        return longer;
    }
}
