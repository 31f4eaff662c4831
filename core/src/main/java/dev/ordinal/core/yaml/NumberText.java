package dev.ordinal.core.yaml;

import java.math.BigDecimal;

/** Numbers as YAML 1.1, YAML 1.2 and the API server all read them: decimal, with a point and a signed exponent if need be. */
final class NumberText {
    private static final int PLAIN_BELOW = 21;
    private static final int PLAIN_FROM = -7;

    private NumberText() {}

    static void append(StringBuilder out, Number number) {
        if (number instanceof Integer integer) {
            out.append(integer.intValue());
        } else if (number instanceof Double value) {
            appendDouble(out, value);
        } else if (number instanceof Float value) {
            appendFloat(out, value);
        } else if (number instanceof BigDecimal value) {
            appendDecimal(out, value);
        } else {
            out.append(number);
        }
    }

    private static void appendDouble(StringBuilder out, double value) {
        if (!appendSpecial(out, value)) {
            appendDecimal(out, ShortestDecimal.of(value));
        }
    }

    private static void appendFloat(StringBuilder out, float value) {
        if (!appendSpecial(out, value)) {
            appendDecimal(out, ShortestDecimal.of(value));
        }
    }

    private static boolean appendSpecial(StringBuilder out, double value) {
        if (Double.isNaN(value)) {
            out.append(".nan");
        } else if (Double.isInfinite(value)) {
            out.append(value > 0 ? ".inf" : "-.inf");
        } else if (value == 0) {
            out.append(1 / value < 0 ? "-0.0" : "0.0");
        } else {
            return false;
        }
        return true;
    }

    private static void appendDecimal(StringBuilder out, BigDecimal value) {
        int exponent = ShortestDecimal.exponent(value);
        if (exponent < PLAIN_FROM || exponent >= PLAIN_BELOW) {
            out.append(ShortestDecimal.scientific(value, ".0", 1));
            return;
        }
        String plain = value.toPlainString();
        out.append(plain).append(plain.indexOf('.') < 0 ? ".0" : "");
    }
}
