package dev.ordinal.presets.part;

import dev.ordinal.dsl.Peer;
import java.util.List;

/** Metrics that every member shows, as far as all presets have them alike: who comes for them. */
public interface Scraping {
    /** Who may read the metrics. Where nobody is named, each preset says who may. */
    List<Peer> scrapers();

    /** Whether the Prometheus operator is told to read them, by a PodMonitor with all labels. Default: no. */
    boolean isMonitored();
}
