package dev.ordinal.presets.kafka;

import dev.ordinal.core.graph.Member;
import dev.ordinal.presets.part.ExternalAccess;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text of {@code server.properties}: this preset's settings, the ones that were changed or added, and the listeners. */
final class ServerProperties {
    /** With three addresses the quorum is found, so that a fourth controller restarts nobody. */
    private static final int MOST_ADDRESSES = 3;

    private ServerProperties() {}

    static String of(KafkaCluster cluster, Role role) {
        Map<String, String> added = new LinkedHashMap<>(cluster.settings());
        String text = Stream.of(
                        "process.roles=" + role.roles() + "\n",
                        file("node.properties"),
                        role.isController() ? file("controller.properties") : "",
                        role.isBroker() ? "\n" + file("broker.properties") : "",
                        "\n" + listeners(cluster, role),
                        file("durability.properties"),
                        role.isController() ? file("new-topics.properties") : "",
                        security(cluster, role))
                .collect(Collectors.joining());
        text = text.replace("<quorum>", addresses(cluster))
                .replace("<copies>", String.valueOf(copies(cluster)))
                .replace("<insync>", String.valueOf(inSync(cluster)));
        return text.lines().map(line -> changed(line, added)).collect(Collectors.joining("\n", "", "\n"))
                + ownSettings(added);
    }

    /** How many copies of everything. */
    static int copies(KafkaCluster cluster) {
        return Math.max(1, Math.min(3, cluster.brokers()));
    }

    /** How many copies must have a record before it counts as written. */
    static int inSync(KafkaCluster cluster) {
        return copies(cluster) == 3 ? 2 : 1;
    }

    /** Some controllers with their port, as {@code controller.quorum.bootstrap.servers} wants them. */
    static String addresses(KafkaCluster cluster) {
        return bootstrapControllers(cluster).stream()
                .map(member -> cluster.namespace().dns(member) + ":" + KafkaPorts.CONTROLLER.number())
                .collect(Collectors.joining(","));
    }

    static List<Member> bootstrapControllers(KafkaCluster cluster) {
        List<Member> all = Role.voting(cluster).members(cluster);
        return all.subList(0, Math.min(MOST_ADDRESSES, all.size()));
    }

    /** Who votes in a new cluster: {@code 0@host:9093:directory}. */
    static String initialControllers(KafkaCluster cluster) {
        return Role.voting(cluster).members(cluster).stream()
                .map(member -> member.ordinal() + "@" + cluster.namespace().dns(member) + ":"
                        + KafkaPorts.CONTROLLER.number() + ":" + Identity.directory(cluster, member.ordinal()))
                .collect(Collectors.joining(","));
    }

    private static String listeners(KafkaCluster cluster, Role role) {
        String host = "${env:POD_NAME}" + domain(cluster, role);
        Map<String, String> listeners = new LinkedHashMap<>();
        if (role.isController()) {
            listeners.put("CONTROLLER://:9093", "CONTROLLER://" + host + ":9093");
        }
        if (role.isBroker()) {
            listeners.put("INTERNAL://:9091", "INTERNAL://" + host + ":9091");
            listeners.put("CLIENT://:9092", "CLIENT://" + host + ":9092");
            cluster.external()
                    .ifPresent(external -> listeners.put("EXTERNAL://:9094", "EXTERNAL://" + advertised(external)));
        }
        return "listeners=" + String.join(",", listeners.keySet()) + "\nadvertised.listeners="
                + String.join(",", listeners.values()) + "\n";
    }

    /** What follows a pod's name in its address. */
    static String domain(KafkaCluster cluster, Role role) {
        return "." + cluster.namespace().dns(role.setName(cluster) + "-headless");
    }

    private static String advertised(ExternalAccess external) {
        if (external instanceof ExternalAccess.NodePorts nodes) {
            return nodes.host() + ":${env:EXTERNAL_PORT}";
        }
        String host = ((ExternalAccess.LoadBalancers) external).host();
        return host.replace(ExternalAccess.ORDINAL, "${env:ORDINAL}") + ":" + KafkaPorts.EXTERNAL.number();
    }

    private static String security(KafkaCluster cluster, Role role) {
        if (cluster.isInsecure()) {
            return file("insecure.properties");
        }
        String text = file("secure.properties");
        return role.isBroker() ? text + saslLines(cluster) : text;
    }

    private static String saslLines(KafkaCluster cluster) {
        return file("secure-broker.properties")
                .lines()
                .filter(line -> cluster.external().isPresent() || !line.startsWith("listener.name.external."))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String file(String name) {
        return KafkaRenderer.FILES.named(name);
    }

    /** The line as it is, or with the value that was given to its key. */
    private static String changed(String line, Map<String, String> settings) {
        int equals = line.indexOf('=');
        if (equals < 0 || line.startsWith("#")) {
            return line;
        }
        String key = line.substring(0, equals);
        String value = settings.remove(key);
        return value == null ? line : key + "=" + value;
    }

    private static String ownSettings(Map<String, String> settings) {
        return settings.isEmpty()
                ? ""
                : settings.entrySet().stream()
                        .map(setting -> setting.getKey() + "=" + setting.getValue())
                        .collect(Collectors.joining("\n", "\n# Added.\n", "\n"));
    }
}
