package dev.ordinal.core.yaml;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An equal object that shares nothing that can be changed, and whose lists and maps can all be changed. */
public final class DeepCopy {
    private DeepCopy() {}

    /** The copy of one object. */
    public static <T extends HasMetadata> T of(T object) {
        @SuppressWarnings("unchecked") // a copy has the class of what it is a copy of
        T copy = (T) ofModel(object);
        return copy;
    }

    private static Object ofModel(Object model) {
        PropertyTable table = PropertyTable.of(model.getClass());
        Object copy = table.newInstance();
        for (PropertyTable.Property property : table.properties()) {
            property.set(copy, ofValue(property.get(model)));
        }
        table.extras(model).forEach((name, value) -> table.setExtra(copy, name, ofValue(value)));
        return copy;
    }

    private static @Nullable Object ofValue(@Nullable Object value) {
        if (value instanceof List<?> list) {
            List<@Nullable Object> items = new ArrayList<>(list.size());
            list.forEach(item -> items.add(ofValue(item)));
            return items;
        } else if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> entries = new LinkedHashMap<>();
            map.forEach((key, item) -> entries.put(key, ofValue(item)));
            return entries;
        }
        boolean isWhole = value instanceof Quantity || value instanceof IntOrString;
        return value instanceof KubernetesResource && !isWhole ? ofModel(value) : value;
    }
}
