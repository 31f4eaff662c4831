package dev.ordinal.presets.part;

import dev.ordinal.dsl.Peer;
import dev.ordinal.dsl.Word;
import java.util.ArrayList;
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
public interface Metrics extends WithMetrics, Scraping {
    /** Shown, and no more. */
    static Metrics shown() {
        return ImmutableMetrics.of();
    }

    /**
     * Who may read them; everybody else is then kept out, of the members' other ports as well. Default: everybody, or nobody where
     * clients are named.
     */
    @Override
    List<Peer> scrapers();

    /** {@inheritDoc} */
    @Override
    @Value.Default
    default boolean isMonitored() {
        return false;
    }

    /** With a monitor for the Prometheus operator. */
    default Metrics monitored() {
        return monitored(true);
    }

    /** One more who may read them. */
    default Metrics scraper(Peer peer) {
        List<Peer> more = new ArrayList<>(scrapers());
        more.add(peer);
        return scrapers(more);
    }
}
