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
 * The walk that makes a tree of a model object, and tells on the way whether an API server could decode it. It is not sure
 * wherever it has a doubt, and then {@link Binder} tells what is wrong, if anything is: nearly every object is sound, and
 * binding costs as much as reading.
 */
final class ModelTree {
    private boolean sound = true;

    /** Whether everything that was walked over so far can be decoded. */
    boolean isSound() {
        return sound;
    }

    Map<String, @Nullable Object> of(Object model) {
        return of(model, PropertyTable.of(model.getClass()));
    }

    private Map<String, @Nullable Object> of(Object model, PropertyTable table) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        for (PropertyTable.Property property : table.properties()) {
            Object value = property.get(model);
            if (value != null && !property.isEmpty(value)) {
                sound &= property.served();
                tree.put(property.name(), value(value, property.shape(), property.form()));
            }
        }
        Map<String, Object> extras = table.extras(model);
        if (!extras.isEmpty()) {
            add(extras, tree);
        }
        return tree;
    }

    /** What the model has no fields for. */
    private void add(Map<String, Object> extras, Map<String, @Nullable Object> tree) {
        for (Map.Entry<String, Object> extra : extras.entrySet()) {
            tree.put(extra.getKey(), value(extra.getValue(), Shape.Leaf.ANY, TextForm.ANY));
        }
        sound = false;
    }

    private @Nullable Object value(@Nullable Object value, Shape shape, TextForm form) {
        if (value == null) {
            return null;
        } else if (value instanceof String text) {
            sound &= shape == Shape.Leaf.TEXT && form.matches(text);
            return text;
        } else if (shape instanceof Shape.ModelOf model && value.getClass() == model.type()) {
            // Asked before the interfaces, which take longer to ask for.
            return of(value, model.table());
        } else if (value instanceof Boolean || value instanceof Number) {
            return leaf(value, shape);
        } else if (value instanceof List<?> list) {
            return items(list, shape, form);
        } else if (value instanceof Map<?, ?> map) {
            return entries(map, shape, form);
        } else if (value instanceof Quantity || value instanceof IntOrString) {
            return amount(value, shape);
        }
        sound = false;
        return value instanceof KubernetesResource ? of(value) : String.valueOf(value);
    }

    private List<@Nullable Object> items(List<?> list, Shape shape, TextForm form) {
        sound &= shape instanceof Shape.ListOf;
        Shape inner = shape instanceof Shape.ListOf of ? of.item() : Shape.Leaf.ANY;
        List<@Nullable Object> items = new ArrayList<>(list.size());
        for (Object item : list) {
            items.add(value(item, inner, form));
        }
        return items;
    }

    private Map<String, @Nullable Object> entries(Map<?, ?> map, Shape shape, TextForm form) {
        sound &= shape instanceof Shape.MapOf;
        Shape inner = shape instanceof Shape.MapOf of ? of.value() : Shape.Leaf.ANY;
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            entries.put(String.valueOf(entry.getKey()), value(entry.getValue(), inner, form));
        }
        return entries;
    }

    /** What is an object in Java and one word in the YAML. */
    private Object amount(Object value, Shape shape) {
        if (value instanceof IntOrString either) {
            Object one = either.getValue();
            sound &= shape == Shape.Leaf.INT_OR_STRING && (one instanceof Integer || one instanceof String);
            return one;
        }
        String text = value.toString();
        sound &= shape == Shape.Leaf.QUANTITY && QuantityText.isQuantity(text);
        return text;
    }

    private Object leaf(Object value, Shape shape) {
        if (value instanceof Boolean) {
            sound &= shape == Shape.Leaf.BOOLEAN;
            return value;
        } else if (value instanceof Integer) {
            sound &= shape == Shape.Leaf.INT32 || shape == Shape.Leaf.INT64;
            return value;
        } else if (value instanceof Long number) {
            sound &= shape == Shape.Leaf.INT64;
            // As a reader gives it back: the same number is the same tree, whatever width the model's field has.
            return number.intValue() == number ? (Object) number.intValue() : number;
        }
        sound = false;
        return value;
    }
}
