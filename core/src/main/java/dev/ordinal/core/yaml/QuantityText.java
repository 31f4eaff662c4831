package dev.ordinal.core.yaml;

import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The API server's grammar of quantities. It is lenient: the digits may be missing on either side of the point, or altogether. */
final class QuantityText {
    /** Compiled when the first quantity is met that is not plain. */
    private static final class Grammar {
        static final Pattern WHOLE =
                Pattern.compile("([+-]?[0-9]*+(?:\\.[0-9]*+)?+)([numkMGTPE]|[KMGTPE]i|[eE][+-]?[0-9]{1,18})?");
    }

    private QuantityText() {}

    /** The quantity that a value means, or null if the server cannot read it as one. */
    static @Nullable Quantity read(Node.Scalar scalar) {
        Object value = scalar.value();
        if (value instanceof String text) {
            return read(text.strip());
        }
        return value instanceof Number number ? read(text(scalar, number)) : null;
    }

    /** As the number arrives at the server: YAML's own notations do not survive the way through JSON. */
    private static String text(Node.Scalar scalar, Number number) {
        if (number instanceof Double decimal) {
            return BigDecimal.valueOf(decimal).stripTrailingZeros().toPlainString();
        }
        return number instanceof BigDecimal ? scalar.text() : number.toString();
    }

    /** Whether the server can read it. Plain amounts such as {@code 500m} and {@code 10Gi} are most of all. */
    static boolean isQuantity(String text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        String unit = text.substring(end);
        boolean plain = end > 0 && (unit.isEmpty() || unit.equals("m") || unit.equals("Mi") || unit.equals("Gi"));
        return plain || read(text) != null;
    }

    static @Nullable Quantity read(String text) {
        Matcher matcher = Grammar.WHOLE.matcher(text);
        if (text.isEmpty() || !matcher.matches()) {
            return null;
        }
        String unit = matcher.group(2);
        return new Quantity(matcher.group(1), unit == null ? "" : unit);
    }
}
