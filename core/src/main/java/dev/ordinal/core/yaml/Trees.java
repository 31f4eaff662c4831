package dev.ordinal.core.yaml;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The plain tree of a model object: maps, lists, texts, numbers and booleans, in reading order, without nulls and without
 * the empty lists and maps that the model puts everywhere. It is what is printed and what the API server would get.
 */
public final class Trees {
    private Trees() {}

    /** The tree of one object, or of a part of one. */
    public static Map<String, @Nullable Object> of(KubernetesResource object) {
        return ofModel(object);
    }

    private static Map<String, @Nullable Object> ofModel(Object model) {
        PropertyTable table = PropertyTable.of(model.getClass());
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        List<PropertyTable.Property> properties = table.properties();
        for (int i = 0; i < properties.size(); i++) {
            PropertyTable.Property property = properties.get(i);
            Object value = property.get(model);
            if (value != null && !isEmptyCollection(value)) {
                tree.put(property.name(), ofValue(value));
            }
        }
        for (Map.Entry<String, Object> extra : table.extras(model).entrySet()) {
            tree.put(extra.getKey(), ofValue(extra.getValue()));
        }
        return tree;
    }

    /** What the model puts where nothing is written. */
    static boolean isEmptyCollection(Object value) {
        return (value instanceof List<?> list && list.isEmpty()) || (value instanceof Map<?, ?> map && map.isEmpty());
    }

    private static @Nullable Object ofValue(@Nullable Object value) {
        if (value == null || value instanceof String || value instanceof Boolean) {
            return value;
        } else if (value instanceof List<?> list) {
            List<@Nullable Object> items = new ArrayList<>(list.size());
            for (Object item : list) {
                items.add(ofValue(item));
            }
            return items;
        } else if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> entries = new LinkedHashMap<>();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                entries.put(String.valueOf(entry.getKey()), ofValue(entry.getValue()));
            }
            return entries;
        } else if (value instanceof Quantity quantity) {
            return quantity.toString();
        } else if (value instanceof IntOrString either) {
            return either.getValue();
        } else if (value instanceof Long number && number.intValue() == number) {
            // As a reader gives it back: the same number is the same tree, whatever width the model's field has.
            return number.intValue();
        } else if (value instanceof Number) {
            return value;
        }
        return value instanceof KubernetesResource ? ofModel(value) : String.valueOf(value);
    }
}
