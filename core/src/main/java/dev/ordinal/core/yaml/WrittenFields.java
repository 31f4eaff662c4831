package dev.ordinal.core.yaml;

import dev.ordinal.core.diagnostic.ObjectRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A walk over what is written in an object, which knows for every field what it is a field of. */
public final class WrittenFields {
    private final ObjectRef object;
    private final Set<String> names;
    private final Path path = new Path();
    private final List<WrittenField> found = new ArrayList<>();

    private WrittenFields(ObjectRef object, Set<String> names) {
        this.object = object;
        this.names = names;
    }

    /**
     * The fields of some names, in the order of the text; none of an object that could not be read.
     *
     * @param names the names of the fields that are looked for, whatever they are fields of
     */
    public static List<WrittenField> of(Document document, Set<String> names) {
        WrittenFields fields = new WrittenFields(document.ref(), names);
        if (document.model() != null) {
            fields.value(document.tree(), new Shape.ModelOf(document.model().getClass()));
        }
        return fields.found;
    }

    /** Whether a tree has a field, or a key, of one of these names: most have none, and need not be walked path by path. */
    public static boolean mayHave(Object tree, Set<String> names) {
        if (tree instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                if (names.contains(String.valueOf(entry.getKey()))
                        || (entry.getValue() != null && mayHave(entry.getValue(), names))) {
                    return true;
                }
            }
        } else if (tree instanceof List<?> list) {
            for (Object item : list) {
                if (item != null && mayHave(item, names)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The name that Kubernetes gives the class of a model. */
    private static String part(Shape.ModelOf model) {
        return model.type().getSimpleName();
    }

    private void value(@Nullable Object value, Shape shape) {
        if (shape instanceof Shape.ModelOf model && value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                field(model, String.valueOf(entry.getKey()), entry.getValue());
            }
        } else if (shape instanceof Shape.ListOf list && value instanceof List<?> items) {
            items(items, list.item());
        } else if (shape instanceof Shape.MapOf map && value instanceof Map<?, ?> entries) {
            for (Map.Entry<?, ?> entry : entries.entrySet()) {
                int before = path.key(String.valueOf(entry.getKey()));
                value(entry.getValue(), map.value());
                path.back(before);
            }
        }
    }

    private void field(Shape.ModelOf model, String name, @Nullable Object value) {
        boolean wanted = names.contains(name);
        if (value == null || !(wanted || value instanceof Map<?, ?> || value instanceof List<?>)) {
            return;
        }
        PropertyTable.Property property = model.table().property(name);
        if (property == null) {
            return;
        }
        int before = path.field(name);
        if (wanted) {
            found.add(new WrittenField(object, part(model), name, path.toString(), value));
        }
        value(value, property.shape());
        path.back(before);
    }

    private void items(List<?> items, Shape shape) {
        int index = 0;
        for (Object item : items) {
            int before = path.item(index++);
            value(item, shape);
            path.back(before);
        }
    }
}
