package dev.ordinal.core.change;

import dev.ordinal.core.admission.Quantity;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What differs in meaning between two filled-in trees: amounts are compared by value, and nothing equals empty. */
final class Difference {
    /** Two values at one place. */
    record Part(String path, @Nullable Object before, @Nullable Object after) {
        /** Whether this is that field, or inside of it, or around it. */
        boolean touches(String field) {
            return isIn(field) || field.startsWith(path + ".") || field.startsWith(path + "[");
        }

        /** Whether this is that field or inside of it. */
        boolean isIn(String field) {
            return path.equals(field) || path.startsWith(field + ".") || path.startsWith(field + "[");
        }
    }

    private static final Set<String> TEXTS = Set.of(
            "labels",
            "annotations",
            "matchLabels",
            "nodeSelector",
            "data",
            "binaryData",
            "volumeAttributes",
            "parameters");
    private static final Set<String> AMOUNTS = Set.of("requests", "limits", "capacity", "overhead");
    private static final Set<String> AMOUNT = Set.of("sizeLimit", "divisor", "averageValue");

    private final String kind;
    private final List<Part> parts = new ArrayList<>();

    private Difference(String kind) {
        this.kind = kind;
    }

    static List<Part> between(String kind, Tree before, Tree after) {
        Difference difference = new Difference(kind);
        difference.maps(before.map(), after.map(), "", List.of());
        return difference.parts;
    }

    private void compare(@Nullable Object before, @Nullable Object after, String at, List<String> names) {
        boolean was = !Nothing.is(before, names);
        boolean will = !Nothing.is(after, names);
        if (!was && !will) {
            return;
        } else if (before instanceof Map<?, ?> one && after instanceof Map<?, ?> other) {
            maps(Tree.asMap(one), Tree.asMap(other), at, names);
        } else if (before instanceof List<?> one && after instanceof List<?> other) {
            lists(one, other, at, names);
        } else if (was != will || !alike(before, after, names)) {
            parts.add(new Part(at, was ? before : null, will ? after : null));
        }
    }

    private void maps(
            Map<String, @Nullable Object> before, Map<String, @Nullable Object> after, String at, List<String> names) {
        Set<String> fields = new LinkedHashSet<>(before.keySet());
        fields.addAll(after.keySet());
        boolean keys = isTexts(names, kind) || (!names.isEmpty() && AMOUNTS.contains(last(names)));
        for (String field : fields) {
            String path = keys ? at + "[" + field + "]" : at.isEmpty() ? field : at + "." + field;
            compare(before.get(field), after.get(field), path, with(names, keys ? "[]" : field));
        }
    }

    private void lists(List<?> before, List<?> after, String at, List<String> names) {
        List<String> keys = Schema.keys(kind, names.subList(0, names.size() - 1), last(names));
        if (keys.isEmpty()) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                item(i < before.size() ? before.get(i) : null, i < after.size() ? after.get(i) : null, at, i, names);
            }
            return;
        }
        Map<List<Object>, Deque<Integer>> places = new LinkedHashMap<>();
        for (int i = 0; i < before.size(); i++) {
            places.computeIfAbsent(Schema.keyOf(before.get(i), keys), key -> new ArrayDeque<>())
                    .add(i);
        }
        for (int i = 0; i < after.size(); i++) {
            Deque<Integer> same = places.get(Schema.keyOf(after.get(i), keys));
            Integer place = same == null ? null : same.poll();
            item(place == null ? null : before.get(place), after.get(i), at, i, names);
        }
        places.values().forEach(rest -> rest.forEach(place -> item(before.get(place), null, at, place, names)));
    }

    /** An item is something by being there, whatever is in it. */
    private void item(@Nullable Object before, @Nullable Object after, String at, int index, List<String> names) {
        String path = at + "[" + index + "]";
        if (before instanceof Map<?, ?> one && after instanceof Map<?, ?> other) {
            maps(Tree.asMap(one), Tree.asMap(other), path, names);
        } else if (before == null || after == null || !alike(before, after, names)) {
            parts.add(new Part(path, before, after));
        }
    }

    private static boolean alike(@Nullable Object before, @Nullable Object after, List<String> names) {
        if (before == null || after == null || before.equals(after)) {
            return before == after || (before != null && before.equals(after));
        }
        boolean list = names.size() > 1 && AMOUNTS.contains(names.get(names.size() - 2));
        boolean target = names.size() > 1 && names.get(names.size() - 2).equals("target");
        if (list || AMOUNT.contains(last(names)) || (target && last(names).equals("value"))) {
            Quantity one = Quantity.parse(String.valueOf(before));
            Quantity other = Quantity.parse(String.valueOf(after));
            return one != null
                    && other != null
                    && (list ? one.rounded().compareTo(other.rounded()) : one.compareTo(other)) == 0;
        }
        return before instanceof Number one
                && after instanceof Number other
                && Double.isFinite(one.doubleValue())
                && Double.isFinite(other.doubleValue())
                && new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0;
    }

    /** Whether the map of these names has keys of its own, and texts under them. */
    static boolean isTexts(List<String> names, String kind) {
        return !names.isEmpty()
                && (TEXTS.contains(last(names))
                        || (kind.equals("Service") && names.equals(List.of("spec", "selector"))));
    }

    static boolean isAmounts(List<String> names) {
        return !names.isEmpty() && AMOUNTS.contains(last(names));
    }

    private static String last(List<String> names) {
        return names.isEmpty() ? "" : names.get(names.size() - 1);
    }

    static List<String> with(List<String> names, String name) {
        List<String> longer = new ArrayList<>(names);
        longer.add(name);
        return longer;
    }
}
