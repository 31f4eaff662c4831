package dev.ordinal.dsl;

import java.time.Duration;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Tells the Prometheus operator to read the metrics of every member: a {@code PodMonitor} of {@code monitoring.coreos.com/v1},
 * named as the app and with its labels, by which a Prometheus may choose it.
 */
@Word
@Value.Immutable
public interface MonitorSpec extends WithMonitorSpec {
    /** Reads at that port, which a container must declare. */
    static MonitorSpec at(Port port) {
        return ImmutableMonitorSpec.of(port);
    }

    /** Where the metrics are. */
    Port port();

    /** The path of the metrics. Default: Prometheus' own, {@code /metrics}. */
    Optional<String> path();

    /** How often they are read, in whole seconds. Default: as often as that Prometheus reads anything. */
    Optional<Duration> interval();
}
