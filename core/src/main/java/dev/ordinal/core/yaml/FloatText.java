package dev.ordinal.core.yaml;

import java.math.BigDecimal;

/** Decimal numbers as text, the way the API server's language reads and writes them. */
final class FloatText {
    private static final int FIRST_EXPONENT = 6;

    private FloatText() {}

    /** An optional sign, digits with at most one point, at least one of them before or behind it, and an optional exponent. */
    static boolean isDecimal(String text) {
        int i = afterSign(text, 0);
        int whole = afterDigits(text, i);
        int end = whole;
        if (end < text.length() && text.charAt(end) == '.') {
            end = afterDigits(text, end + 1);
            if (end == whole + 1 && whole == i) {
                return false;
            }
        } else if (whole == i) {
            return false;
        }
        return end == text.length() || isExponent(text, end);
    }

    private static boolean isExponent(String text, int start) {
        if (text.charAt(start) != 'e' && text.charAt(start) != 'E') {
            return false;
        }
        int digits = afterSign(text, start + 1);
        return digits < text.length() && afterDigits(text, digits) == text.length();
    }

    private static int afterSign(String text, int i) {
        return i < text.length() && (text.charAt(i) == '+' || text.charAt(i) == '-') ? i + 1 : i;
    }

    private static int afterDigits(String text, int start) {
        int i = start;
        while (i < text.length() && isDigit(text, i)) {
            i++;
        }
        return i;
    }

    private static boolean isDigit(String text, int i) {
        return i >= 0 && i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }

    /** Whether each underscore stands between two digits. */
    static boolean underscoresPartDigits(String text) {
        for (int i = text.indexOf('_'); i >= 0; i = text.indexOf('_', i + 1)) {
            if (!isDigit(text, i - 1) || !isDigit(text, i + 1)) {
                return false;
            }
        }
        return true;
    }

    /** The shortest text of a key that was a number: {@code 0.5}, {@code 1000}, {@code 1e+06}, {@code .inf}. */
    static String of(float value) {
        if (Float.isNaN(value)) {
            return ".nan";
        } else if (Float.isInfinite(value)) {
            return value > 0 ? ".inf" : "-.inf";
        } else if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        BigDecimal shortest = ShortestDecimal.of(value);
        int exponent = ShortestDecimal.exponent(shortest);
        return exponent < -4 || exponent >= FIRST_EXPONENT
                ? ShortestDecimal.scientific(shortest, "", 2).toString()
                : shortest.toPlainString();
    }
}
