package dev.ordinal.core.change;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Server-side apply by the writer of the running object: what was written and is left out goes, what the server filled in
 * stays. Null empties a map or a list of what was written, and takes any other value away.
 */
final class Apply {
    private final String kind;
    private final List<String> duplicates = new ArrayList<>();

    Apply(String kind) {
        this.kind = kind;
    }

    /** The lists with keys, by path, in which the object that is sent has a key twice. */
    List<String> duplicates() {
        return duplicates;
    }

    Map<String, @Nullable Object> merge(
            Map<String, @Nullable Object> live,
            Map<String, @Nullable Object> owned,
            Map<String, @Nullable Object> sent) {
        return map(live, owned, sent, "", List.of());
    }

    private Map<String, @Nullable Object> map(
            Map<String, @Nullable Object> live,
            Map<String, @Nullable Object> owned,
            Map<String, @Nullable Object> sent,
            String at,
            List<String> parents) {
        Map<String, @Nullable Object> merged = new LinkedHashMap<>();
        sent.forEach((name, value) -> merged.put(
                name, value(live.get(name), owned.get(name), value, at.isEmpty() ? name : at + "." + name, parents)));
        live.forEach((name, value) -> {
            if (!sent.containsKey(name) && !owned.containsKey(name)) {
                merged.put(name, Tree.copy(value));
            }
        });
        return merged;
    }

    private @Nullable Object value(
            @Nullable Object live, @Nullable Object owned, @Nullable Object sent, String at, List<String> parents) {
        String name = at.substring(at.lastIndexOf('.') + 1);
        if (sent instanceof List<?> list) {
            List<String> keys = Schema.keys(kind, parents, name);
            return keys.isEmpty() ? Tree.copy(sent) : list(live, owned, list, keys, at, with(parents, name));
        }
        boolean empties = sent == null && live instanceof Map<?, ?>;
        if (!(sent instanceof Map<?, ?> || empties) || Schema.isWhole(name)) {
            return Tree.copy(sent);
        }
        return map(
                Tree.of(live).map(),
                Tree.of(owned).map(),
                sent == null ? Map.of() : Tree.asMap(sent),
                at,
                with(parents, name));
    }

    private List<@Nullable Object> list(
            @Nullable Object live,
            @Nullable Object owned,
            List<?> sent,
            List<String> keys,
            String at,
            List<String> parents) {
        Map<List<Object>, Deque<Tree>> running = byKey(live, keys);
        Map<List<Object>, Deque<Tree>> written = byKey(owned, keys);
        Set<List<Object>> known = new HashSet<>();
        Tree.items(owned).forEach(item -> known.add(Schema.storedKeyOf(item, keys)));
        Set<List<Object>> seen = new HashSet<>();
        List<@Nullable Object> merged = new ArrayList<>();
        for (Object item : sent) {
            List<Object> key = Schema.keyOf(item, keys);
            String place = at + "[" + merged.size() + "]";
            if (!seen.add(key)) {
                duplicates.add(place);
            }
            // What is no map cannot be decoded either, and stays what it is.
            merged.add(
                    item instanceof Map<?, ?>
                            ? map(
                                    next(running, key).map(),
                                    next(written, key).map(),
                                    Tree.of(item).map(),
                                    place,
                                    parents)
                            : Tree.copy(item));
        }
        running.forEach((key, items) -> {
            if (!seen.contains(key) && !known.contains(key)) {
                items.forEach(item -> merged.add(Tree.copy(item.map())));
            }
        });
        return merged;
    }

    private static Tree next(Map<List<Object>, Deque<Tree>> items, List<Object> key) {
        Deque<Tree> same = items.get(key);
        Tree next = same == null ? null : same.poll();
        return next == null ? Tree.of(null) : next;
    }

    private static Map<List<Object>, Deque<Tree>> byKey(@Nullable Object list, List<String> keys) {
        Map<List<Object>, Deque<Tree>> items = new LinkedHashMap<>();
        for (Tree item : Tree.items(list)) {
            items.computeIfAbsent(Schema.keyOf(item.map(), keys), key -> new ArrayDeque<>())
                    .add(item);
        }
        return items;
    }

    private static List<String> with(List<String> parents, String name) {
        List<String> longer = new ArrayList<>(parents);
        longer.add(name);
        return longer;
    }
}
