package dev.ordinal.core.yaml;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Model objects with a value in every field, down to the leaves, and an unknown field; no class stands below itself. */
final class Populated {
    private Populated() {}

    /** An object of that class with all objects below it. */
    static Object of(Class<?> type) {
        return model(type, List.of(), Integer.MAX_VALUE);
    }

    /** An object of that class; the objects in its fields have no fields. */
    static Object shallow(Class<?> type) {
        return model(type, List.of(), 1);
    }

    private static Object model(Class<?> type, List<Class<?>> above, int levels) {
        PropertyTable table = PropertyTable.of(type);
        Object object = table.newInstance();
        List<Class<?>> path = new ArrayList<>(above);
        path.add(type);
        for (PropertyTable.Property property : table.properties()) {
            Object value = value(property.shape(), path, levels - 1);
            if (value != null) {
                property.set(object, value);
            }
        }
        table.setExtra(object, "unknownToTheModel", "text");
        return object;
    }

    /** A value of that shape; null where a class would stand below itself. */
    private static @Nullable Object value(Shape shape, List<Class<?>> above, int levels) {
        if (shape instanceof Shape.ListOf list) {
            Object item = value(list.item(), above, levels);
            return item == null ? null : new ArrayList<>(List.of(item));
        } else if (shape instanceof Shape.MapOf map) {
            Object item = value(map.value(), above, levels);
            return item == null ? null : new LinkedHashMap<>(Map.of("key", item));
        } else if (shape instanceof Shape.ModelOf model) {
            if (levels == 0) {
                return PropertyTable.of(model.type()).newInstance();
            }
            return above.contains(model.type()) ? null : model(model.type(), above, levels);
        }
        return leaf((Shape.Leaf) shape);
    }

    private static Object leaf(Shape.Leaf leaf) {
        return switch (leaf) {
            case TEXT -> "text";
            case INT32 -> 7;
            case INT64 -> 5_000_000_000L;
            case NUMBER -> 0.5;
            case BOOLEAN -> true;
            case QUANTITY -> new Quantity("5", "Gi");
            case INT_OR_STRING -> new IntOrString("http");
            case ANY -> "anything";
        };
    }
}
