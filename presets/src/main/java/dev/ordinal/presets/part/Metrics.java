package dev.ordinal.presets.part;

import dev.ordinal.dsl.Peer;
import dev.ordinal.dsl.Word;
import java.util.List;
import org.immutables.value.Value;

/**
 * Metrics for Prometheus, which every member shows, and who reads them:
 *
 * <pre>{@code
 * Metrics.shown().monitored().scraper(Peer.namespace("monitoring"))
 * }</pre>
 */
@Word
@Value.Immutable(singleton = true)
public interface Metrics extends WithMetrics, Scraping<Metrics> {
    /** Shown, and no more. */
    static Metrics shown() {
        return ImmutableMetrics.of();
    }

    /** Who may read the metrics, and nobody else. Default: everybody, or nobody where clients are named. */
    @Override
    List<Peer> scrapers();
}
