package dev.ordinal.core.yaml;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.Quantity;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What may stand in a field: a leaf of one kind, a list, a map or a model object. */
sealed interface Shape {
    /** A value without parts. */
    enum Leaf implements Shape {
        TEXT,
        INT32,
        INT64,
        NUMBER,
        BOOLEAN,
        QUANTITY,
        INT_OR_STRING,
        /** Anything at all, such as the fields of a kind that the model does not know. */
        ANY
    }

    /** A list of items of one shape. */
    record ListOf(Shape item) implements Shape {}

    /** A map from text to values of one shape. */
    record MapOf(Shape value) implements Shape {}

    /** An object of the model. */
    final class ModelOf implements Shape {
        private final Class<?> type;
        /** Looked up once: a model that holds itself must not be asked for before it is there. */
        private @Nullable PropertyTable table;

        ModelOf(Class<?> type) {
            this.type = type;
        }

        Class<?> type() {
            return type;
        }

        PropertyTable table() {
            PropertyTable known = table;
            if (known == null) {
                known = PropertyTable.of(type);
                table = known;
            }
            return known;
        }
    }

    static Shape of(Field field) {
        Class<?> type = field.getType();
        return of(type == List.class || type == Map.class ? field.getGenericType() : type);
    }

    private static Shape of(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == List.class) {
                return new ListOf(of(arguments[0]));
            }
            return generic.getRawType() == Map.class ? new MapOf(of(arguments[1])) : Leaf.ANY;
        } else if (type == String.class) {
            return Leaf.TEXT;
        } else if (type == Integer.class || type == int.class) {
            return Leaf.INT32;
        } else if (type == Long.class || type == long.class) {
            return Leaf.INT64;
        } else if (type == Boolean.class || type == boolean.class) {
            return Leaf.BOOLEAN;
        } else if (type == Double.class || type == Float.class || type == Number.class) {
            return Leaf.NUMBER;
        } else if (type == Quantity.class) {
            return Leaf.QUANTITY;
        } else if (type == IntOrString.class) {
            return Leaf.INT_OR_STRING;
        }
        return type instanceof Class<?> model
                        && KubernetesResource.class.isAssignableFrom(model)
                        && !model.isInterface()
                ? new ModelOf(model)
                : Leaf.ANY;
    }
}
