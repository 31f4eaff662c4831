package dev.ordinal.dsl;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Durations as Kubernetes counts them: whole seconds, rounded up so that no budget becomes smaller than what was asked. */
final class Seconds {
    private Seconds() {}

    static int of(Duration duration) {
        return Math.toIntExact(longOf(duration));
    }

    static long longOf(Duration duration) {
        return duration.getNano() == 0 ? duration.getSeconds() : duration.getSeconds() + 1;
    }

    /** Null for none, as the model has it. */
    static @Nullable Integer of(Optional<Duration> duration) {
        return duration.isPresent() ? (Integer) of(duration.get()) : null;
    }

    /** Null for none, as the model has it. */
    static @Nullable Long longOf(Optional<Duration> duration) {
        return duration.isPresent() ? (Long) longOf(duration.get()) : null;
    }
}
