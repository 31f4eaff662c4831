package dev.ordinal.core.yaml;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the API server makes of a plain (unquoted) scalar. Its reader keeps to YAML 1.1 with habits of its own: {@code on} and
 * {@code y} are booleans, {@code 017} and {@code 0o17} are octal, but sexagesimals and timestamps stay text.
 *
 * <p>The text is what stands between the indicators: trimmed, its lines folded, the comment gone.
 */
final class PlainScalar {
    private static final Map<String, @Nullable Object> WORDS = words();

    private PlainScalar() {}

    /**
     * The value: a String, Boolean, Integer, Long (beyond 32 bits), BigInteger (beyond 63 bits, always positive), Double, or null
     * for {@code null}, {@code ~} and nothing. Doubles that are infinite or not a number are read, but the server refuses the
     * document, because they cannot be sent on as JSON. A {@code <<} is text here.
     */
    static @Nullable Object value(String text) {
        if (WORDS.containsKey(text)) {
            return WORDS.get(text);
        }
        Object number = number(text);
        return number == null ? text : number;
    }

    /**
     * The text that the scalar becomes as a key of a mapping: {@code on} becomes {@code true}, {@code 0x1F} becomes {@code 31}.
     * Empty if the server takes no such key: null, an integer beyond 63 bits, and {@code <<}, which it takes as a merge.
     */
    static Optional<String> key(String text) {
        Object value = value(text);
        if (value == null || value instanceof BigInteger || text.equals("<<")) {
            return Optional.empty();
        }
        return Optional.of(value instanceof Double number ? FloatText.of(number.floatValue()) : value.toString());
    }

    private static @Nullable Object number(String text) {
        char first = text.charAt(0);
        if (first == '.') {
            return FloatText.underscoresPartDigits(text) ? decimal(text.replace("_", "")) : null;
        } else if (first != '+' && first != '-' && (first < '0' || first > '9')) {
            return null;
        }
        String digits = text.replace("_", "");
        Object integer = integer(digits);
        if (integer == null && digits.startsWith("0b")) {
            integer = signedBinary(digits.substring(2));
        }
        return integer == null ? decimal(digits) : integer;
    }

    /** An integer with an optional sign and a prefix for its base; what needs the 64th bit must have no sign. */
    private static @Nullable Object integer(String text) {
        boolean signed = isSign(text.charAt(0));
        BigInteger magnitude = magnitude(signed ? text.substring(1) : text);
        if (magnitude == null) {
            return null;
        }
        Object value = narrow(text.charAt(0) == '-' ? magnitude.negate() : magnitude);
        return value == null && !signed && magnitude.bitLength() == Long.SIZE ? magnitude : value;
    }

    /** The server's reader looks behind {@code 0b} a second time, and then it takes a sign there. */
    private static @Nullable Object signedBinary(String text) {
        if (text.isEmpty() || !isSign(text.charAt(0))) {
            return null;
        }
        BigInteger magnitude = magnitude(text.substring(1), 2);
        return magnitude == null ? null : narrow(text.charAt(0) == '-' ? magnitude.negate() : magnitude);
    }

    private static @Nullable BigInteger magnitude(String text) {
        if (text.length() < 2 || text.charAt(0) != '0') {
            return magnitude(text, 10);
        }
        int base =
                switch (text.charAt(1)) {
                    case 'x', 'X' -> 16;
                    case 'b', 'B' -> 2;
                    default -> 8;
                };
        boolean prefixed = base != 8 || text.charAt(1) == 'o' || text.charAt(1) == 'O';
        return magnitude(text.substring(prefixed ? 2 : 1), base);
    }

    private static @Nullable BigInteger magnitude(String digits, int base) {
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c > 'f' || Character.digit(c, base) < 0) {
                return null;
            }
        }
        return digits.isEmpty() ? null : new BigInteger(digits, base);
    }

    private static @Nullable Object narrow(BigInteger value) {
        if (value.bitLength() < Integer.SIZE) {
            return value.intValue();
        }
        return value.bitLength() < Long.SIZE ? value.longValue() : null;
    }

    /** A decimal number; one that is too large for a double stays text. */
    private static @Nullable Object decimal(String text) {
        if (!FloatText.isDecimal(text)) {
            return null;
        }
        double value = Double.parseDouble(text);
        return Double.isInfinite(value) ? null : value;
    }

    private static boolean isSign(char c) {
        return c == '+' || c == '-';
    }

    private static Map<String, @Nullable Object> words() {
        Map<String, @Nullable Object> words = new HashMap<>();
        List.of("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON")
                .forEach(word -> words.put(word, true));
        List.of("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF")
                .forEach(word -> words.put(word, false));
        List.of("", "~", "null", "Null", "NULL").forEach(word -> words.put(word, null));
        List.of(".nan", ".NaN", ".NAN").forEach(word -> words.put(word, Double.NaN));
        List.of(".inf", ".Inf", ".INF").forEach(word -> {
            words.put(word, Double.POSITIVE_INFINITY);
            words.put("+" + word, Double.POSITIVE_INFINITY);
            words.put("-" + word, Double.NEGATIVE_INFINITY);
        });
        return words;
    }
}
