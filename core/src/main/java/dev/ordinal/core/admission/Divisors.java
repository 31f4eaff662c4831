package dev.ordinal.core.admission;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** What the amount of a resource is divided by before a container sees it; the server compares it in its shortest form. */
final class Divisors {
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final BigDecimal BINARY_THOUSAND = BigDecimal.valueOf(1024);
    private static final int LARGEST_POWER = 6;

    /** Compiled when the first divisor is met. */
    private static final class Notation {
        static final Pattern EXPONENT = Pattern.compile(".*[eE][+-]?[0-9]+");
    }

    private Divisors() {}

    /** CPU is divided by 1 or 1m. */
    static boolean isOfCpu(String text, Quantity quantity) {
        return is(quantity, BigDecimal.ONE) || (isDecimal(text) && is(quantity, BigDecimal.valueOf(1, 3)));
    }

    /** Bytes are divided by 1, or by a power of 1000 or 1024 that has a suffix. */
    static boolean isOfBytes(String text, Quantity quantity) {
        BigDecimal base = text.strip().endsWith("i") ? BINARY_THOUSAND : isDecimal(text) ? THOUSAND : BigDecimal.ONE;
        for (int power = 0; power <= LARGEST_POWER; power++) {
            if (is(quantity, base.pow(power))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDecimal(String text) {
        String written = text.strip();
        return !written.endsWith("i") && !Notation.EXPONENT.matcher(written).matches();
    }

    private static boolean is(Quantity quantity, BigDecimal amount) {
        return quantity.amount().compareTo(amount) == 0;
    }
}
