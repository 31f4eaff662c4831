package dev.ordinal.dsl;

import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/** A taint of a node that the pods put up with. */
@Word
@Value.Immutable
public interface Toleration extends WithToleration {
    /** Any taint with that key. */
    static Toleration of(String key) {
        return ImmutableToleration.of(key);
    }

    /** The taint with that key and value. */
    static Toleration of(String key, String value) {
        return ImmutableToleration.of(key).value(value);
    }

    /** The taint's key. */
    String key();

    /** The taint's value. Default: any. */
    Optional<String> value();

    /** {@code NoSchedule}, {@code PreferNoSchedule} or {@code NoExecute}. Default: all of them. */
    Optional<String> effect();

    /** How long a pod stays after a NoExecute taint appears. Default: for ever. */
    Optional<Duration> lasting();
}
