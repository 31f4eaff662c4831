package dev.ordinal.core.rule;

import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Amounts of memory and storage. */
final class Bytes {
    static final BigDecimal MEBI = BigDecimal.valueOf(1L << 20);

    private Bytes() {}

    /** The amount in bytes; empty for what is no quantity, which is refused elsewhere. */
    static Optional<BigDecimal> of(@Nullable Quantity quantity) {
        try {
            return Optional.ofNullable(quantity).map(Quantity::getAmountInBytes);
        } catch (RuntimeException unreadable) {
            return Optional.empty();
        }
    }
}
