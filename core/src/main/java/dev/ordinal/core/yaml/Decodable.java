package dev.ordinal.core.yaml;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether an object that was made in Java can be decoded by an API server. It says no wherever it is not sure, and then
 * {@link Binder} tells what is wrong, if anything is: nearly every object is sound, and binding costs as much as reading.
 */
final class Decodable {
    private Decodable() {}

    static boolean isSound(Object model) {
        PropertyTable table = PropertyTable.of(model.getClass());
        if (!table.extras(model).isEmpty()) {
            return false;
        }
        List<PropertyTable.Property> properties = table.properties();
        for (int i = 0; i < properties.size(); i++) {
            PropertyTable.Property property = properties.get(i);
            Object value = property.get(model);
            if (value != null
                    && !Trees.isEmptyCollection(value)
                    && !(property.served() && fits(value, property.shape(), property.form()))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(@Nullable Object value, Shape shape, TextForm form) {
        if (value == null) {
            return true;
        } else if (shape instanceof Shape.Leaf leaf) {
            return fits(value, leaf, form);
        } else if (shape instanceof Shape.ModelOf model) {
            return value.getClass() == model.type() && isSound(value);
        } else if (shape instanceof Shape.ListOf list) {
            return value instanceof List<?> items && all(items, list.item(), form);
        }
        return shape instanceof Shape.MapOf map
                && value instanceof Map<?, ?> entries
                && all(entries.values(), map.value(), form);
    }

    private static boolean all(Iterable<?> values, Shape shape, TextForm form) {
        for (Object value : values) {
            if (!fits(value, shape, form)) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(Object value, Shape.Leaf leaf, TextForm form) {
        return switch (leaf) {
            case TEXT -> value instanceof String text && form.matches(text);
            case BOOLEAN -> value instanceof Boolean;
            case INT32 -> value instanceof Integer;
            case INT64 -> value instanceof Long || value instanceof Integer;
            case QUANTITY -> value instanceof Quantity quantity && QuantityText.isQuantity(quantity.toString());
            case INT_OR_STRING ->
                value instanceof IntOrString either
                        && (either.getValue() instanceof Integer || either.getValue() instanceof String);
            case NUMBER, ANY -> false;
        };
    }
}
