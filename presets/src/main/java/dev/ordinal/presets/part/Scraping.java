package dev.ordinal.presets.part;

import dev.ordinal.dsl.Peer;
import java.util.ArrayList;
import java.util.List;
import org.immutables.value.Value;

/**
 * Who comes for the metrics that every member shows.
 *
 * @param <T> the metrics, such as {@code MetricsAgent}
 */
public interface Scraping<T extends Scraping<T>> {
    /** Who may read the metrics. Where nobody is named, each preset says who may. */
    List<Peer> scrapers();

    /** Whether the Prometheus operator is told to read them, by a PodMonitor with all labels. Default: no. */
    @Value.Default
    default boolean isMonitored() {
        return false;
    }

    /** These and no others may read them. */
    T scrapers(Iterable<? extends Peer> scrapers);

    /** As {@link #monitored()}, or not. */
    T monitored(boolean isMonitored);

    /** With a monitor for the Prometheus operator. */
    default T monitored() {
        return monitored(true);
    }

    /** One more who may read them. */
    default T scraper(Peer peer) {
        List<Peer> more = new ArrayList<>(scrapers());
        more.add(peer);
        return scrapers(more);
    }
}
