package dev.ordinal.presets.mysql;

import dev.ordinal.core.change.Facts;
import dev.ordinal.core.graph.Member;
import dev.ordinal.dsl.AccountRule;
import dev.ordinal.dsl.AccountSpec;
import dev.ordinal.dsl.ContainerSpec;
import dev.ordinal.dsl.HookSpec;
import dev.ordinal.dsl.PodField;
import dev.ordinal.dsl.Port;
import dev.ordinal.dsl.ProbeSpec;
import dev.ordinal.dsl.ServiceSpec;
import dev.ordinal.dsl.StatefulApp;
import dev.ordinal.dsl.TrafficSpec;
import dev.ordinal.dsl.VolumeSpec;
import dev.ordinal.presets.mysql.MySqlTopology.Asynchronous;
import dev.ordinal.presets.mysql.MySqlTopology.Group;
import dev.ordinal.presets.mysql.MySqlTopology.Standalone;
import dev.ordinal.presets.part.SharedWords;
import dev.ordinal.presets.part.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A cluster in the language of applications. */
final class MySqlRenderer {
    static final Texts FILES = Texts.beside(MySqlRenderer.class);
    static final Port SQL = Port.tcp("mysql", 3306);

    /** The label that the agent writes on its pod. */
    static final String ROLE = "mysql.ordinal.dev/role";

    private static final String POD_NAME = "statefulset.kubernetes.io/pod-name";
    private static final long LEAST_GRACE = 120;
    private static final long MOST_GRACE = 600;
    /** What the disk surely takes in a second while dirty pages are written out. */
    private static final long MIB_PER_SECOND = 20;

    /** Server ids of one cluster, and as many such ranges as there are ids, from 1 to 4294967295. */
    private static final long IDS = 100;

    private static final int RANGES = 42_000_000;

    /** Beside the server, for which the second script takes the place of the shell. */
    private static final String WITH_CERTIFICATES = "sh /conf/certificates.sh & exec sh /conf/start.sh";

    private MySqlRenderer() {}

    static StatefulApp app(MySqlCluster cluster) {
        StatefulApp app = bare(cluster)
                .containers(containers(cluster))
                .setAnnotations(facts(cluster).annotations())
                .parallel()
                .runAs(MySqlVersions.IMAGE.user())
                .grace(grace(cluster))
                .minReady(Duration.ofSeconds(10))
                .services(services(cluster))
                .account(account(cluster));
        SharedWords shared = SharedWords.of(cluster);
        TrafficSpec traffic = shared.traffic(SQL);
        app = app.traffic(cluster.metrics().isPresent() ? shared.scraped(traffic, MySqlExtras.METRICS) : traffic);
        app = shared.certified(app);
        app = shared.monitored(MySqlExtras.METRICS, app);
        if (cluster.backup().isPresent()) {
            app = app.job(MySqlExtras.backup(cluster, cluster.backup().get(), MySqlVersions.IMAGE.of(cluster)));
        }
        return shared.adjusted(members(cluster).size() > 1 ? shared.placed(app) : app);
    }

    static List<Member> members(MySqlCluster cluster) {
        return bare(cluster).members();
    }

    static String topology(MySqlCluster cluster) {
        return cluster.topology().getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** A shutdown writes the dirty pages out; interrupted, the next start takes longer. */
    static Duration grace(MySqlCluster cluster) {
        long flush = MySqlMemory.of(cluster).bufferPool() / MIB_PER_SECOND;
        return Duration.ofSeconds(Math.min(MOST_GRACE, LEAST_GRACE + flush));
    }

    private static Facts facts(MySqlCluster cluster) {
        Facts facts = Facts.of("mysql")
                .with("version", cluster.version().number())
                .with("topology", topology(cluster))
                .with("members", cluster.topology().members())
                .with("sealed", cluster.isSealed())
                .with("server-ids", serverIds(cluster));
        if (cluster.topology() instanceof Asynchronous asynchronous) {
            return facts.with("primary", asynchronous.primary());
        }
        return cluster.topology() instanceof Group ? facts.with("group-name", MySqlNames.uuid(cluster)) : facts;
    }

    /** The server id of ordinal 0. Linked clusters must have ids of their own, so each has a range that nobody has to choose. */
    private static long serverIds(MySqlCluster cluster) {
        return IDS * (1 + Math.floorMod(MySqlNames.uuid(cluster).hashCode(), RANGES));
    }

    private static StatefulApp bare(MySqlCluster cluster) {
        return StatefulApp.named(cluster.name())
                .container(ContainerSpec.named("mysql").image(MySqlVersions.IMAGE.of(cluster)))
                .namespace(cluster.namespace().name())
                .replicas(cluster.topology().members());
    }

    private static List<ContainerSpec> containers(MySqlCluster cluster) {
        return cluster.metrics().isPresent()
                ? List.of(server(cluster), MySqlExtras.exporter())
                : List.of(server(cluster));
    }

    private static ContainerSpec server(MySqlCluster cluster) {
        ContainerSpec server = ContainerSpec.named("mysql")
                .image(MySqlVersions.IMAGE.of(cluster))
                .command(List.of("sh", "/conf/start.sh"))
                .port(SQL)
                .env("POD_NAME", PodField.name())
                .env("TOPOLOGY", topology(cluster))
                .env("SERVER_ID_BASE", String.valueOf(serverIds(cluster)))
                .mount(cluster.storage().claim("data"), MySqlVersions.HOME)
                .mount(MySqlFiles.RUN, "/var/run/mysqld")
                .mount(VolumeSpec.scratch("tmp"), "/tmp")
                .mountReadOnly(MySqlFiles.configuration(cluster), "/conf")
                .mountReadOnly(MySqlFiles.state(cluster), "/state")
                .mountReadOnly(MySqlFiles.passwords(cluster), "/passwords")
                .cpu(cluster.resources().cpu())
                .memory(cluster.resources().memory())
                .startup(alive().period(Duration.ofSeconds(2)).failures(1800))
                .live(alive().period(Duration.ofSeconds(20)).failures(6))
                .ready(ProbeSpec.exec("sh", "/conf/ready.sh")
                        .period(Duration.ofSeconds(5))
                        .timeout(Duration.ofSeconds(5)))
                .readOnlyRoot();
        if (cluster.tls().isPresent()) {
            server = server.command(List.of("sh", "-c", WITH_CERTIFICATES))
                    .mountReadOnly(
                            VolumeSpec.secret("tls", cluster.tls().get().secret())
                                    .mode(0440),
                            "/tls");
        }
        return cluster.topology() instanceof Group ? server.beforeStop(HookSpec.exec("sh", "/conf/stop.sh")) : server;
    }

    /** Says yes also to whom it does not let in, so it needs no password; over TCP, and never about peers. */
    private static ProbeSpec alive() {
        return ProbeSpec.exec(
                        "mysqladmin",
                        "ping",
                        "--protocol=tcp",
                        "--host=127.0.0.1",
                        "--user=probe",
                        "--connect-timeout=3")
                .timeout(Duration.ofSeconds(5));
    }

    private static List<ServiceSpec> services(MySqlCluster cluster) {
        ServiceSpec write = ServiceSpec.forClients().port(SQL);
        ServiceSpec read = ServiceSpec.forClients("read").port(SQL);
        List<ServiceSpec> services = new ArrayList<>();
        if (cluster.topology() instanceof Standalone) {
            services.add(write);
        } else {
            services.add(write.roleLabels(primaryLabel(cluster)));
            services.add(read);
        }
        MySqlNames.outside(cluster).ifPresent(outside -> services.add(outside.services()));
        return services;
    }

    private static Map<String, String> primaryLabel(MySqlCluster cluster) {
        return cluster.topology() instanceof Asynchronous asynchronous
                ? Map.of(POD_NAME, cluster.name() + "-" + asynchronous.primary())
                : Map.of(ROLE, "primary");
    }

    private static Optional<AccountSpec> account(MySqlCluster cluster) {
        if (!(cluster.topology() instanceof Group)) {
            return Optional.empty();
        }
        List<String> pods = members(cluster).stream().map(Member::pod).toList();
        return Optional.of(AccountSpec.own().allow(new AccountRule("", List.of("pods"), pods, List.of("patch"))));
    }
}
