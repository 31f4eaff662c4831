package dev.ordinal.presets.kafka;

import dev.ordinal.core.change.Facts;
import dev.ordinal.dsl.Disruption;
import dev.ordinal.dsl.Peer;
import dev.ordinal.dsl.Port;
import dev.ordinal.dsl.ServiceSpec;
import dev.ordinal.dsl.StatefulApp;
import dev.ordinal.dsl.TrafficSpec;
import dev.ordinal.presets.part.SharedWords;
import dev.ordinal.presets.part.Texts;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A cluster in the language of applications: one app for each role. */
final class KafkaRenderer {
    static final Texts FILES = Texts.beside(KafkaRenderer.class);

    /** A broker hands over its partitions and syncs its logs before it ends. */
    private static final Duration BROKER_GRACE = Duration.ofSeconds(300);

    private static final Duration CONTROLLER_GRACE = Duration.ofSeconds(60);
    /** After a restart, copies catch up; the next broker goes only then. Nothing but a pause can say so here. */
    private static final Duration CATCHING_UP = Duration.ofSeconds(30);

    private KafkaRenderer() {}

    static List<StatefulApp> apps(KafkaCluster cluster) {
        return Role.of(cluster).stream().map(role -> app(cluster, role)).toList();
    }

    private static StatefulApp app(KafkaCluster cluster, Role role) {
        StatefulApp app = role.bare(cluster)
                .containers(List.of(NodeContainers.server(cluster, role)))
                .initContainer(NodeContainers.prepare(cluster, role))
                .setAnnotations(facts(cluster, role).annotations())
                .parallel()
                .runAs(KafkaVersion.IMAGE.user())
                .grace(role.isBroker() ? BROKER_GRACE : CONTROLLER_GRACE)
                .traffic(traffic(cluster, role));
        SharedWords shared = SharedWords.of(cluster);
        app = shared.placed(app);
        app = shared.monitored(KafkaPorts.METRICS, app);
        app = role.isController() && !cluster.isInsecure() ? shared.certified(app) : app;
        app = cluster.metrics()
                .map(agent -> NodeContainers.agent(cluster, agent))
                .map(app::initContainer)
                .orElse(app);
        return shared.adjusted(role.isBroker() ? broker(cluster, app) : app.disruption(quorum(cluster)));
    }

    private static StatefulApp broker(KafkaCluster cluster, StatefulApp app) {
        StatefulApp served =
                app.service(ServiceSpec.forClients().port(KafkaPorts.CLIENT)).minReady(CATCHING_UP);
        return KafkaNames.outside(cluster)
                .map(outside -> served.service(outside.services()))
                .orElse(served);
    }

    private static Disruption quorum(KafkaCluster cluster) {
        int controllers = Role.CONTROLLER.nodes(cluster);
        return controllers < 3 ? Disruption.unlimited() : Disruption.maxUnavailable((controllers - 1) / 2);
    }

    /** Members among themselves, clients at the ports for clients, and nobody else. */
    private static TrafficSpec traffic(KafkaCluster cluster, Role role) {
        TrafficSpec traffic = TrafficSpec.amongMembers();
        if (role == Role.CONTROLLER) {
            traffic = traffic.from(pods(cluster, Role.BROKER), KafkaPorts.CONTROLLER);
        }
        if (role.isBroker()) {
            List<Peer> clients = cluster.clients().isEmpty() ? List.of(Peer.anyone()) : cluster.clients();
            for (Peer client : clients) {
                traffic = traffic.from(client, KafkaPorts.CLIENT);
            }
            traffic = cluster.external().isPresent() ? traffic.from(Peer.anyone(), KafkaPorts.EXTERNAL) : traffic;
        }
        for (Peer scraper : cluster.metrics().map(MetricsAgent::scrapers).orElse(List.of())) {
            traffic = traffic.from(scraper, KafkaPorts.METRICS);
        }
        return traffic;
    }

    private static Peer pods(KafkaCluster cluster, Role role) {
        return new Peer.Pods(role.bare(cluster).identity());
    }

    static List<Port> ports(KafkaCluster cluster, Role role) {
        return Stream.of(
                        role.isBroker() ? List.of(KafkaPorts.CLIENT, KafkaPorts.INTERNAL) : List.<Port>of(),
                        role.isController() ? List.of(KafkaPorts.CONTROLLER) : List.<Port>of(),
                        role.isBroker() && cluster.external().isPresent()
                                ? List.of(KafkaPorts.EXTERNAL)
                                : List.<Port>of(),
                        cluster.metrics().isPresent() ? List.of(KafkaPorts.METRICS) : List.<Port>of())
                .flatMap(List::stream)
                .toList();
    }

    /** What must be known again to judge a later change. */
    static Facts facts(KafkaCluster cluster, Role role) {
        return Facts.of("kafka")
                .with("role", role.roles())
                .with("members", role.bare(cluster).replicas())
                .with("version", cluster.version().number())
                .with("metadata", KafkaVersion.metadata(cluster))
                .with("sealed", cluster.isSealed())
                .with("cluster-id", Identity.cluster(cluster))
                .with("voters", "*" + ServerProperties.domain(cluster, Role.voting(cluster)))
                .with("security", cluster.isInsecure() ? "none" : "tls");
    }
}
