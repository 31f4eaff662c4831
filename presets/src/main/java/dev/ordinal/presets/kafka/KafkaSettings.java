package dev.ordinal.presets.kafka;

import dev.ordinal.presets.part.Findings;
import java.util.Map;
import java.util.Set;

/** What is to be said of single lines of {@code server.properties}. */
final class KafkaSettings {
    /** Other parts of the manifest rely on these: mounts, probes, ports, addresses and the seal. */
    private static final Set<String> OWNED = Set.of(
            "process.roles",
            "node.id",
            "broker.id",
            "broker.rack",
            "log.dir",
            "log.dirs",
            "metadata.log.dir",
            "listeners",
            "advertised.listeners",
            "inter.broker.listener.name",
            "security.inter.broker.protocol",
            "authorizer.class.name");

    private static final Set<String> OWNED_FAMILIES = Set.of(
            "config.providers",
            "controller.quorum.",
            "controller.listener.",
            "listener.",
            "ssl.",
            "sasl.",
            "super.users");
    /** Gone since 4.0; the server would not start, or ignore them. */
    private static final Set<String> GONE = Set.of("inter.broker.protocol.version", "log.message.format.version");

    private static final Set<String> COPIES = Set.of(
            "default.replication.factor",
            "offsets.topic.replication.factor",
            "transaction.state.log.replication.factor",
            "share.coordinator.state.topic.replication.factor");

    private final KafkaCluster cluster;
    private final Findings findings;

    private KafkaSettings(KafkaCluster cluster, Findings findings) {
        this.cluster = cluster;
        this.findings = findings;
    }

    static void check(KafkaCluster cluster, Findings findings) {
        KafkaSettings settings = new KafkaSettings(cluster, findings);
        cluster.settings().entrySet().forEach(settings::line);
        settings.spareCopy();
    }

    private void line(Map.Entry<String, String> setting) {
        String key = setting.getKey();
        if (key.startsWith("zookeeper.") || GONE.contains(key)) {
            error(
                    "SettingIsAlive",
                    setting,
                    "Kafka 4 knows neither ZooKeeper nor message formats any more, and the metadata release says the rest",
                    "remove setting(\"" + key + "\", …)");
        } else if (OWNED.contains(key) || OWNED_FAMILIES.stream().anyMatch(key::startsWith)) {
            error(
                    "SettingIsFree",
                    setting,
                    "mounts, probes, ports, addresses or the seal of this preset rely on its own value of " + key,
                    "remove setting(\"" + key + "\", …)");
        } else if (COPIES.contains(key) && number(setting.getValue()) > cluster.brokers()) {
            error(
                    "CopiesHaveBrokers",
                    setting,
                    "there are " + cluster.brokers()
                            + " brokers and no broker holds two copies, so such a topic cannot be made",
                    "use at most " + cluster.brokers() + ", or more brokers");
        }
    }

    /** A topic whose every copy must answer stops with the first broker that restarts. */
    private void spareCopy() {
        int copies = number(cluster.settings()
                .getOrDefault("default.replication.factor", String.valueOf(ServerProperties.copies(cluster))));
        int inSync = number(cluster.settings()
                .getOrDefault("min.insync.replicas", String.valueOf(ServerProperties.inSync(cluster))));
        if (copies > 1 && inSync >= copies) {
            findings.error(
                    "WritesSurviveOneBroker",
                    "settings[min.insync.replicas]",
                    "\"" + inSync + "\"",
                    "topics have " + copies
                            + " copies and all of them must be there to write, so every restart of a broker"
                            + " stops writing",
                    "use at most " + (copies - 1));
        }
    }

    private void error(String rule, Map.Entry<String, String> setting, String why, String fix) {
        findings.error(rule, "settings[" + setting.getKey() + "]", "\"" + setting.getValue() + "\"", why, fix);
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }
}
