package dev.ordinal.core.yaml;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values without parts, taken as strictly as the API server takes them: nothing is turned into something else. */
final class Leaves {
    private final Faults faults;
    private final Path path;
    private boolean broken;

    Leaves(Faults faults, Path path) {
        this.faults = faults;
        this.path = path;
    }

    /** Whether a value was found that does not fit. */
    boolean broken() {
        return broken;
    }

    /** The model's value; null, and a fault, if it does not fit. */
    @Nullable
    Object value(Node.Scalar scalar, Shape.Leaf leaf, TextForm form, Placed place) {
        Object fitting = fitting(scalar, leaf, form);
        if (fitting == null) {
            broken = true;
            TypeFault.leaf(faults, path.toString(), place, scalar, leaf, form);
        }
        return fitting;
    }

    private static @Nullable Object fitting(Node.Scalar scalar, Shape.Leaf leaf, TextForm form) {
        Object value = scalar.value();
        return switch (leaf) {
            case TEXT -> value instanceof String text && form.matches(text) ? text : null;
            case BOOLEAN -> value instanceof Boolean ? value : null;
            case INT32 -> int32(value);
            case INT64 -> integer(value, Long.SIZE);
            case NUMBER -> value instanceof Number number ? (Object) number.doubleValue() : null;
            case QUANTITY -> QuantityText.read(scalar);
            case INT_OR_STRING -> intOrString(value);
            case ANY -> value;
        };
    }

    private static @Nullable IntOrString intOrString(@Nullable Object value) {
        if (value instanceof String text) {
            return new IntOrString(text);
        }
        Integer number = int32(value);
        return number == null ? null : new IntOrString(number);
    }

    private static @Nullable Integer int32(@Nullable Object value) {
        Long number = integer(value, Integer.SIZE);
        return number == null ? null : number.intValue();
    }

    /** YAML's {@code 3.0} and {@code 1e3} arrive at the server as {@code 3} and {@code 1000}. */
    private static @Nullable Long integer(@Nullable Object value, int bits) {
        if (value instanceof Integer || value instanceof Long) {
            long number = ((Number) value).longValue();
            return bits == Long.SIZE || number == (int) number ? number : null;
        } else if (value instanceof Double decimal && decimal == Math.rint(decimal) && Math.abs(decimal) < 1e18) {
            return integer(decimal.longValue(), bits);
        }
        return null;
    }

    /** What the server makes of null in a list or map: the type's zero value. */
    static @Nullable Object zero(Shape shape) {
        if (shape instanceof Shape.ListOf) {
            return List.of();
        } else if (shape instanceof Shape.MapOf) {
            return Map.of();
        } else if (shape instanceof Shape.ModelOf model) {
            return model.table().newInstance();
        }
        return switch ((Shape.Leaf) shape) {
            case TEXT -> "";
            case INT32 -> 0;
            case INT64 -> 0L;
            case NUMBER -> 0.0;
            case BOOLEAN -> false;
            case QUANTITY -> new Quantity("0");
            case INT_OR_STRING -> new IntOrString(0);
            case ANY -> null;
        };
    }

    /** Whether a number is whole but out of range. */
    static boolean isTooLarge(@Nullable Object value) {
        return value instanceof Long
                || value instanceof BigInteger
                || (value instanceof Double decimal && decimal == Math.rint(decimal));
    }
}
