package dev.ordinal.core.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A map of an object's tree that can be filled in. Where there is no map, all steps lead nowhere and nothing is set. */
final class Tree {
    private final @Nullable Map<String, @Nullable Object> map;

    private Tree(@Nullable Map<String, @Nullable Object> map) {
        this.map = map;
    }

    static Tree of(@Nullable Object value) {
        return new Tree(value instanceof Map<?, ?> ? asMap(value) : null);
    }

    boolean isPresent() {
        return map != null;
    }

    /** The map itself; an empty one that leads nowhere if there is none. */
    Map<String, @Nullable Object> map() {
        return map == null ? new LinkedHashMap<>() : map;
    }

    @Nullable
    Object get(String name) {
        return map == null ? null : map.get(name);
    }

    /** The text; empty where there is none. */
    String text(String name) {
        return get(name) instanceof String text ? text : "";
    }

    long number(String name, long absent) {
        return get(name) instanceof Number number ? number.longValue() : absent;
    }

    boolean has(String name) {
        return get(name) != null;
    }

    Tree field(String name) {
        return of(get(name));
    }

    /** The map several steps down. */
    Tree at(String... names) {
        Tree place = this;
        for (String name : names) {
            place = place.field(name);
        }
        return place;
    }

    List<Tree> each(String name) {
        return items(get(name));
    }

    static List<Tree> items(@Nullable Object value) {
        List<Tree> items = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(item -> items.add(of(item)));
        }
        return items;
    }

    void each(String name, Consumer<Tree> action) {
        each(name).forEach(action);
    }

    /** Sets a field if nothing or an empty text is there. */
    Tree otherwise(String name, Object value) {
        if (map != null && (map.get(name) == null || "".equals(map.get(name)))) {
            map.put(name, value);
        }
        return this;
    }

    /** Sets a number if nothing or zero is there. */
    Tree otherwiseNot0(String name, int value) {
        if (map != null && number(name, 0) == 0 && !(map.get(name) instanceof String)) {
            map.put(name, value);
        }
        return this;
    }

    /** The map there, which is made if there is none. */
    Tree made(String name) {
        if (map != null && map.get(name) == null) {
            map.put(name, new LinkedHashMap<String, @Nullable Object>());
        }
        return field(name);
    }

    void put(String name, @Nullable Object value) {
        if (map != null) {
            map.put(name, value);
        }
    }

    void remove(String... names) {
        for (String name : names) {
            Optional.ofNullable(map).ifPresent(fields -> fields.remove(name));
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, @Nullable Object> asMap(Object value) {
        return (Map<String, @Nullable Object>) value;
    }

    static @Nullable Object copy(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, item) -> copy.put(String.valueOf(key), copy(item)));
            return copy;
        } else if (value instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>(list.size());
            list.forEach(item -> copy.add(copy(item)));
            return copy;
        }
        return value;
    }
}
