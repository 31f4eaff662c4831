package dev.ordinal.presets.kafka;

import dev.ordinal.dsl.Peer;
import dev.ordinal.dsl.Word;
import dev.ordinal.presets.part.Scraping;
import java.util.List;
import org.immutables.value.Value;

/**
 * A Java agent that shows the server's metrics over HTTP at port 9404; the official image has none. Its jar is copied from
 * an image of yours by {@code cp}, before the server starts.
 */
@Word
@Value.Immutable
public interface MetricsAgent extends WithMetricsAgent, Scraping<MetricsAgent> {
    /** From that path of that image. */
    static MetricsAgent from(String image, String jar) {
        return ImmutableMetricsAgent.of(image, jar);
    }

    /** The image that has the jar and the command {@code cp}, with an exact tag. */
    String image();

    /** The absolute path of the jar in that image, such as {@code /jmx_prometheus_javaagent.jar}. */
    String jar();

    /** Who may read the metrics. Default: only the members. */
    @Override
    List<Peer> scrapers();
}
