package dev.ordinal.core.admission;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** An amount of a resource, such as {@code 500m} or {@code 1Gi}: a decimal number with a decimal or binary suffix. */
public record Quantity(BigDecimal amount) implements Comparable<Quantity> {
    private static final String SUFFIXES = "numkMGTPE";
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);
    /** Exponents beyond this only ever meet the bounds, and would make the numbers themselves huge. */
    private static final int MOST_EXPONENT = 40;

    static final Quantity ZERO = new Quantity(BigDecimal.ZERO);

    /** The amount that a text says, be there white space around it; null where it says none. */
    public static @Nullable Quantity parse(String written) {
        String text = written.strip();
        int end = endOfNumber(text);
        BigDecimal number = number(text, end);
        BigDecimal factor = number == null ? null : factor(text.substring(end));
        return number == null || factor == null ? null : new Quantity(bounded(number.multiply(factor)));
    }

    private static int endOfNumber(String text) {
        int end = !text.isEmpty() && (text.charAt(0) == '+' || text.charAt(0) == '-') ? 1 : 0;
        while (end < text.length() && (text.charAt(end) == '.' || isDigit(text.charAt(end)))) {
            end++;
        }
        return end;
    }

    /** The digits before a suffix; none at all mean zero, as they do to the server. */
    private static @Nullable BigDecimal number(String text, int end) {
        int dot = text.indexOf('.');
        if (text.isEmpty() || (dot >= 0 && dot < end && text.lastIndexOf('.', end - 1) > dot)) {
            return null;
        }
        boolean digits = hasDigit(text, end);
        return digits ? new BigDecimal(text.substring(0, end)) : BigDecimal.ZERO;
    }

    private static boolean hasDigit(String text, int end) {
        for (int i = 0; i < end; i++) {
            if (isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable BigDecimal factor(String suffix) {
        if (suffix.isEmpty()) {
            return BigDecimal.ONE;
        } else if (suffix.length() == 1 && SUFFIXES.contains(suffix)) {
            return BigDecimal.ONE.scaleByPowerOfTen(3 * power(suffix.charAt(0)));
        } else if (suffix.length() == 2 && suffix.charAt(1) == 'i' && "KMGTPE".indexOf(suffix.charAt(0)) >= 0) {
            return new BigDecimal(BigInteger.ONE.shiftLeft(10 * power(suffix.charAt(0))));
        }
        return suffix.charAt(0) == 'e' || suffix.charAt(0) == 'E' ? exponent(suffix.substring(1)) : null;
    }

    private static int power(char suffix) {
        return suffix == 'K'
                ? 1
                : SUFFIXES.indexOf(suffix) < 3 ? SUFFIXES.indexOf(suffix) - 3 : SUFFIXES.indexOf(suffix) - 2;
    }

    private static @Nullable BigDecimal exponent(String digits) {
        try {
            int exponent = Integer.parseInt(digits);
            return BigDecimal.ONE.scaleByPowerOfTen(Math.max(-MOST_EXPONENT, Math.min(MOST_EXPONENT, exponent)));
        } catch (NumberFormatException noNumber) {
            return null;
        }
    }

    private static BigDecimal bounded(BigDecimal amount) {
        BigDecimal capped = amount.max(MOST.negate()).min(MOST);
        return capped.scale() > 9 ? capped.setScale(9, RoundingMode.UP) : capped;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    int sign() {
        return amount.signum();
    }

    /** As the server stores amounts in resource lists: nothing finer than a thousandth, rounded up. */
    public Quantity rounded() {
        return amount.scale() <= 3 ? this : new Quantity(amount.setScale(3, RoundingMode.CEILING));
    }

    boolean isWhole() {
        return rounded().amount.stripTrailingZeros().scale() <= 0;
    }

    /** Whether this is a whole number of times that many, which is positive. */
    boolean isMultipleOf(Quantity unit) {
        return amount.setScale(0, RoundingMode.CEILING)
                        .remainder(unit.amount.setScale(0, RoundingMode.CEILING))
                        .signum()
                == 0;
    }

    Quantity plus(Quantity other) {
        return new Quantity(amount.add(other.amount));
    }

    @Override
    public int compareTo(Quantity other) {
        return amount.compareTo(other.amount);
    }
}
