package dev.ordinal.core.yaml;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.Predicate;

/**
 * The decimal number of the fewest digits that reads back as a given binary one. The JDK's own text was not always the shortest
 * before release 19, and the same tree must give the same bytes on each release.
 */
final class ShortestDecimal {
    private static final int FLOAT_DIGITS = 9;
    private static final int DOUBLE_DIGITS = 17;
    private static final RoundingMode[] NEAREST_FIRST = {RoundingMode.HALF_EVEN, RoundingMode.DOWN, RoundingMode.UP};

    private ShortestDecimal() {}

    /** The shortest for a finite float, without trailing zeros. */
    static BigDecimal of(float value) {
        return shortest(new BigDecimal(value), FLOAT_DIGITS, rounded -> rounded.floatValue() == value);
    }

    /** The shortest for a finite double, without trailing zeros. */
    static BigDecimal of(double value) {
        return shortest(new BigDecimal(value), DOUBLE_DIGITS, rounded -> rounded.doubleValue() == value);
    }

    private static BigDecimal shortest(BigDecimal exact, int enough, Predicate<BigDecimal> same) {
        for (int digits = 1; digits < enough; digits++) {
            for (RoundingMode mode : NEAREST_FIRST) {
                BigDecimal rounded = exact.round(new MathContext(digits, mode));
                if (same.test(rounded)) {
                    return rounded.stripTrailingZeros();
                }
            }
        }
        return exact.round(new MathContext(enough, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    }

    /** The power of ten of the first digit. */
    static int exponent(BigDecimal value) {
        return value.precision() - value.scale() - 1;
    }

    /** One digit, the others behind a point, then {@code e}, the sign of the exponent and the exponent. */
    static StringBuilder scientific(BigDecimal value, String whenOneDigit, int exponentDigits) {
        String digits = value.unscaledValue().abs().toString();
        StringBuilder text = new StringBuilder();
        text.append(value.signum() < 0 ? "-" : "").append(digits.charAt(0));
        if (digits.length() > 1) {
            text.append('.').append(digits, 1, digits.length());
        } else {
            text.append(whenOneDigit);
        }
        int exponent = exponent(value);
        String power = Integer.toString(Math.abs(exponent));
        return text.append('e')
                .append(exponent < 0 ? '-' : '+')
                .append("0".repeat(Math.max(0, exponentDigits - power.length())))
                .append(power);
    }
}
