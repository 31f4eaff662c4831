package dev.ordinal.presets.part;

import static java.util.Objects.requireNonNull;

import dev.ordinal.dsl.AntiAffinitySpec;
import dev.ordinal.dsl.CertificateSpec;
import dev.ordinal.dsl.MonitorSpec;
import dev.ordinal.dsl.Peer;
import dev.ordinal.dsl.Port;
import dev.ordinal.dsl.SpreadSpec;
import dev.ordinal.dsl.StatefulApp;
import dev.ordinal.dsl.Strictness;
import dev.ordinal.dsl.TrafficSpec;
import java.util.List;

/** What the words that all presets share become in the language of applications. */
public final class SharedWords {
    private final Preset<?> preset;

    private SharedWords(Preset<?> preset) {
        this.preset = preset;
    }

    /** Those of a preset. */
    public static SharedWords of(Preset<?> preset) {
        return new SharedWords(preset);
    }

    /** Members on nodes of their own, and in all zones alike. */
    public StatefulApp placed(StatefulApp app) {
        return app.spreads(List.of(SpreadSpec.overZones()))
                .antiAffinity(AntiAffinitySpec.perHost()
                        .strictness(preset.isDevelopment() ? Strictness.SOFT : Strictness.HARD));
    }

    /** With a certificate, if there is to be one and somebody signs it. */
    public StatefulApp certified(StatefulApp app) {
        Tls tls = preset.tls().orElse(null);
        return tls == null || tls.issuer().isEmpty()
                ? app
                : app.certificate(CertificateSpec.into(tls.secret().name())
                        .by(tls.issuer().get())
                        .names(preset.certificateNames()));
    }

    /** With a monitor of that port, if one is wanted. */
    public StatefulApp monitored(Port metrics, StatefulApp app) {
        return preset.metrics().filter(Scraping::isMonitored).isPresent() ? app.monitor(MonitorSpec.at(metrics)) : app;
    }

    /** As the user changes it. */
    public StatefulApp adjusted(StatefulApp app) {
        StatefulApp adjusted = app;
        for (Adjustment adjustment : preset.adjustments()) {
            adjusted = requireNonNull(
                    adjustment.of(adjusted), "a change given to adjust gave back null in place of the app");
        }
        return adjusted;
    }

    /** Whether anybody is kept out. */
    public boolean isClosed() {
        return !preset.clients().isEmpty() || !scrapers().isEmpty();
    }

    /** Members among themselves, and clients at their port: members' own ports are for nobody else. */
    public TrafficSpec traffic(Port clients) {
        TrafficSpec traffic = TrafficSpec.amongMembers();
        for (Peer client : or(preset.clients(), true)) {
            traffic = traffic.from(client, clients);
        }
        return traffic;
    }

    /** And who reads the metrics at that port. */
    public TrafficSpec scraped(TrafficSpec traffic, Port metrics) {
        TrafficSpec scraped = traffic;
        for (Peer scraper : or(scrapers(), !isClosed())) {
            scraped = scraped.from(scraper, metrics);
        }
        return scraped;
    }

    private List<Peer> scrapers() {
        return preset.metrics().map(Scraping::scrapers).orElse(List.of());
    }

    private static List<Peer> or(List<Peer> named, boolean everybody) {
        return named.isEmpty() && everybody ? List.of(Peer.anyone()) : named;
    }
}
