package dev.ordinal.dsl;

import java.time.Duration;

/** Durations as Kubernetes counts them: whole seconds, rounded up so that no budget becomes smaller than what was asked. */
final class Seconds {
    private Seconds() {}

    static int of(Duration duration) {
        return Math.toIntExact(longOf(duration));
    }

    static long longOf(Duration duration) {
        return duration.getNano() == 0 ? duration.getSeconds() : duration.getSeconds() + 1;
    }
}
