package dev.ordinal.core.rule;

import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Amounts of memory and storage. */
final class Bytes {
    static final BigDecimal MEBI = BigDecimal.valueOf(1L << 20);

    private Bytes() {}

    /** The amount in bytes; null for none, and for what is no quantity, which is refused elsewhere. */
    static @Nullable BigDecimal of(@Nullable Quantity quantity) {
        try {
            BigDecimal whole = quantity == null ? null : whole(quantity.getAmount(), quantity.getFormat());
            return quantity == null || whole != null ? whole : Quantity.getAmountInBytes(quantity);
        } catch (RuntimeException unreadable) {
            return null;
        }
    }

    /** Nearly every amount is a small whole number with a binary unit, for which no parser is needed. */
    private static @Nullable BigDecimal whole(String amount, String unit) {
        int power = unit.length() == 2 && unit.charAt(1) == 'i' ? "KMGT".indexOf(unit.charAt(0)) + 1 : 0;
        long number = 0;
        for (int i = 0; i < amount.length() && number >= 0; i++) {
            int digit = amount.charAt(i) - '0';
            number = digit < 0 || digit > 9 ? -1 : 10 * number + digit;
        }
        return power == 0 || amount.isEmpty() || amount.length() > 6 || number < 0
                ? null
                : BigDecimal.valueOf(number << (10 * power));
    }
}
