package dev.ordinal.core.yaml;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The plain tree of a node: maps, lists, texts, numbers, booleans and nulls. Of a key that is written twice the last one counts. */
final class Plain {
    private Plain() {}

    static @Nullable Object of(Node node) {
        if (node instanceof Node.Fields fields) {
            return of(fields);
        } else if (node instanceof Node.Items list) {
            List<@Nullable Object> items = new ArrayList<>(list.items().size());
            list.items().forEach(item -> items.add(of(item)));
            return items;
        }
        Object value = ((Node.Scalar) node).value();
        return value instanceof BigDecimal number ? (Object) number.doubleValue() : value;
    }

    static Map<String, @Nullable Object> of(Node.Fields fields) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        fields.entries().forEach(entry -> tree.put(entry.name(), of(entry.value())));
        return tree;
    }
}
