package dev.ordinal.presets.kafka;

import static dev.ordinal.dsl.Size.mib;

import dev.ordinal.dsl.ContainerSpec;
import dev.ordinal.dsl.Cpu;
import dev.ordinal.dsl.FilesVolume;
import dev.ordinal.dsl.HookSpec;
import dev.ordinal.dsl.PodField;
import dev.ordinal.dsl.ProbeSpec;
import dev.ordinal.dsl.SpreadSpec;
import dev.ordinal.dsl.VolumeSpec;
import dev.ordinal.presets.part.ExternalAccess;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** The containers of a node: one that formats the disk, one that brings the agent, and the server. */
final class NodeContainers {
    /** On a full stop, brokers need the controllers to hand over; so controllers stay a while. */
    private static final Duration BROKERS_FIRST = Duration.ofSeconds(10);

    private static final String CONF = "/mnt/shared/config";
    private static final String ADMIN = "/etc/kafka/admin";

    private NodeContainers() {}

    static ContainerSpec server(KafkaCluster cluster, Role role) {
        ContainerSpec server = node(cluster, role, ContainerSpec.named("kafka").image(KafkaVersion.IMAGE.of(cluster)))
                .command(List.of("sh", CONF + "/start.sh"))
                .ports(KafkaRenderer.ports(cluster, role))
                .env("HEAP_MIB", String.valueOf(role.heap(cluster).toMib()))
                .env("ADMIN_FLAG", role.isBroker() ? "--bootstrap-server" : "--bootstrap-controller")
                .env(
                        "ADMIN_SERVER",
                        "$(POD_NAME)" + ServerProperties.domain(cluster, role) + ":"
                                + (role.isBroker() ? KafkaPorts.INTERNAL : KafkaPorts.CONTROLLER).number())
                .env("ADMIN_CONTROLLERS", ServerProperties.addresses(cluster))
                .cpu(role.cpu(cluster))
                .memory(role.memory(cluster))
                .mountReadOnly(admin(cluster), ADMIN)
                .mount(VolumeSpec.scratch("logs").limit(mib(64)), "/opt/kafka/logs");
        server = role.isBroker() ? brokerProbes(server) : controllerProbes(server);
        return cluster.metrics().isEmpty()
                ? server
                : server.env(
                                "AGENT",
                                "-javaagent:/agent/agent.jar=" + KafkaPorts.METRICS.number() + ":" + CONF
                                        + "/metrics.yaml")
                        .mountReadOnly(agentVolume(), "/agent");
    }

    /** A broker opens its ports for clients when its logs are recovered and the controllers have let it in, not before. */
    private static ContainerSpec brokerProbes(ContainerSpec server) {
        return server.startup(ProbeSpec.tcp(KafkaPorts.CLIENT)
                        .period(Duration.ofSeconds(2))
                        .failures(1800))
                .ready(ProbeSpec.tcp(KafkaPorts.CLIENT).period(Duration.ofSeconds(5)))
                .live(ProbeSpec.tcp(KafkaPorts.INTERNAL)
                        .period(Duration.ofSeconds(30))
                        .timeout(Duration.ofSeconds(5))
                        .failures(6));
    }

    private static ContainerSpec controllerProbes(ContainerSpec server) {
        ProbeSpec inQuorum = ProbeSpec.exec("sh", CONF + "/in-quorum.sh").timeout(Duration.ofSeconds(5));
        return server.startup(inQuorum.period(Duration.ofSeconds(2)).failures(300))
                .ready(inQuorum.period(Duration.ofSeconds(5)))
                .live(ProbeSpec.tcp(KafkaPorts.CONTROLLER)
                        .period(Duration.ofSeconds(30))
                        .timeout(Duration.ofSeconds(5))
                        .failures(6))
                .beforeStop(HookSpec.sleep(BROKERS_FIRST));
    }

    static ContainerSpec prepare(KafkaCluster cluster, Role role) {
        FilesVolume phase = VolumeSpec.files("phase")
                .file("phase", cluster.isSealed() ? "SEALED" : "BOOTSTRAP")
                .file("metadata", KafkaVersion.metadata(cluster))
                .rollsPods(false);
        if (role.isController() && !cluster.isSealed()) {
            phase = phase.file("initial-controllers", ServerProperties.initialControllers(cluster));
        }
        return node(cluster, role, ContainerSpec.named("prepare").image(KafkaVersion.IMAGE.of(cluster)))
                .command(List.of("sh", CONF + "/prepare.sh"))
                .env("ROLES", role.roles())
                .env("CLUSTER_ID", Identity.cluster(cluster))
                .env(
                        "CONTROLLERS",
                        ServerProperties.bootstrapControllers(cluster).stream()
                                .map(member -> cluster.namespace().dns(member))
                                .collect(Collectors.joining(" ")))
                .env("KAFKA_HEAP_OPTS", "-Xmx128m")
                .cpu(Cpu.millis(100))
                .memory(mib(384))
                .mountReadOnly(phase, "/phase")
                .mount(VolumeSpec.scratch("logs").limit(mib(64)), "/opt/kafka/logs");
    }

    /** What the server and the tool that formats its disk must both know, because both read the same file. */
    private static ContainerSpec node(KafkaCluster cluster, Role role, ContainerSpec container) {
        container = container
                .env("POD_NAME", PodField.name())
                .env("ORDINAL", PodField.ordinal())
                .readOnlyRoot()
                .mountReadOnly(configuration(cluster, role), CONF)
                .mount(role.storage(cluster).claim("data"), "/var/lib/kafka/data")
                .mount(VolumeSpec.scratch("tmp").limit(mib(100)), "/tmp");
        container = cluster.isInsecure()
                ? container.mount(VolumeSpec.scratch("secrets").limit(mib(1)), "/etc/kafka/secrets")
                : container.mountReadOnly(
                        VolumeSpec.secret("tls", KafkaNames.tls(cluster).secret())
                                .mode(0440),
                        "/etc/kafka/secrets");
        if (role.isBroker()) {
            container = container.env("RACK", PodField.label(SpreadSpec.ZONE));
            if (cluster.external().orElse(null) instanceof ExternalAccess.NodePorts nodes) {
                container = container.env("EXTERNAL_BASE", String.valueOf(nodes.firstPort() - role.firstOrdinal()));
            }
        }
        return container;
    }

    private static FilesVolume configuration(KafkaCluster cluster, Role role) {
        FilesVolume conf = VolumeSpec.files("conf")
                .file("server.properties", ServerProperties.of(cluster, role))
                .file("log4j2.xml", KafkaRenderer.FILES.named("log4j2.xml"))
                .file("prepare.sh", KafkaRenderer.FILES.named("prepare.sh"))
                .file("start.sh", KafkaRenderer.FILES.named("start.sh"));
        conf = role.isBroker() ? conf : conf.file("in-quorum.sh", KafkaRenderer.FILES.named("in-quorum.sh"));
        return cluster.metrics().isEmpty()
                ? conf
                : conf.file("metrics.yaml", KafkaRenderer.FILES.named("metrics.yaml"));
    }

    /** For people; a better script is no reason to restart a broker. */
    private static FilesVolume admin(KafkaCluster cluster) {
        FilesVolume admin = VolumeSpec.files("admin")
                .file(
                        "admin.properties",
                        KafkaRenderer.FILES.named(
                                cluster.isInsecure() ? "admin-insecure.properties" : "admin.properties"))
                .rollsPods(false);
        for (String script : List.of(
                "kafka.sh",
                "metadata.sh",
                "voters.sh",
                "remove-controller.sh",
                "drain-broker.sh",
                "holds-nothing.sh",
                "forget-broker.sh",
                "in-sync.sh",
                "add-user.sh")) {
            admin = admin.file(script, KafkaRenderer.FILES.named(script));
        }
        return admin;
    }

    static ContainerSpec agent(KafkaCluster cluster, MetricsAgent agent) {
        return ContainerSpec.named("agent")
                .image(agent.image())
                .command(List.of("cp", agent.jar(), "/agent/agent.jar"))
                .cpu(Cpu.millis(50))
                .memory(mib(64))
                .readOnlyRoot()
                .mount(agentVolume(), "/agent");
    }

    private static VolumeSpec agentVolume() {
        return VolumeSpec.scratch("agent").limit(mib(64));
    }
}
