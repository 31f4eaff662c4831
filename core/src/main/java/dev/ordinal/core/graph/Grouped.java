package dev.ordinal.core.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Maps of lists that grow one by one. */
public final class Grouped {
    private Grouped() {}

    /** Adds a value to the list of a key. */
    public static <K, V> void add(Map<K, List<V>> lists, K key, V value) {
        List<V> list = lists.get(key);
        if (list == null) {
            list = new ArrayList<>(1);
            lists.put(key, list);
        }
        list.add(value);
    }
}
