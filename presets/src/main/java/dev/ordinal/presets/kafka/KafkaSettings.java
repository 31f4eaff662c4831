package dev.ordinal.presets.kafka;

import dev.ordinal.presets.part.Findings;
import dev.ordinal.presets.part.KnownSettings;
import dev.ordinal.presets.part.KnownSettings.Setting;
import dev.ordinal.presets.part.PropertiesLine;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

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

    private static final String OFFSETS = "offsets.topic.replication.factor";

    /** By how many copies topics have, how many of them must be there to write. */
    private static final Map<String, String> IN_SYNC = new TreeMap<>(Map.of(
            "default.replication.factor",
            "min.insync.replicas",
            OFFSETS,
            "min.insync.replicas",
            "transaction.state.log.replication.factor",
            "transaction.state.log.min.isr",
            "share.coordinator.state.topic.replication.factor",
            "share.coordinator.state.topic.min.isr"));

    private final KafkaCluster cluster;
    private final Findings findings;

    private KafkaSettings(KafkaCluster cluster, Findings findings) {
        this.cluster = cluster;
        this.findings = findings;
    }

    static void check(KafkaCluster cluster, Findings findings) {
        KafkaSettings settings = new KafkaSettings(cluster, findings);
        cluster.settings().entrySet().forEach(settings::line);
        IN_SYNC.forEach(settings::spareCopy);
    }

    private void line(Map.Entry<String, String> setting) {
        String key = setting.getKey();
        if (PropertiesLine.isBroken(setting, "server.properties", findings)) {
            return;
        }
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
        } else {
            value(setting);
            copies(setting);
            inSync(setting);
        }
    }

    /** What plugins read has any name, so one is told only of names that look like a server's own. */
    private void value(Map.Entry<String, String> setting) {
        String key = setting.getKey();
        Optional<Setting> own = Known.SETTINGS.find(key);
        if (own.isPresent()) {
            own.get()
                    .refusal(setting.getValue())
                    .filter(words -> !setting.getValue().contains("${"))
                    .ifPresent(words -> error(
                            "SettingIsTaken",
                            setting,
                            "Kafka wants " + words + " there, and would not start",
                            "use a value of that kind, or remove setting(\"" + key + "\", …)"));
        } else {
            Known.SETTINGS
                    .near(key)
                    .ifPresent(name -> findings.warning(
                            "SettingIsKnown",
                            "settings[" + key + "]",
                            "\"" + setting.getValue() + "\"",
                            "Kafka has no setting of that name and would say nothing, but it has " + name,
                            "use setting(\"" + name + "\", …)"));
        }
    }

    private void copies(Map.Entry<String, String> setting) {
        int copies = IN_SYNC.containsKey(setting.getKey()) ? number(setting.getValue()) : -1;
        int derived = ServerProperties.copies(cluster);
        if (copies > cluster.brokers()) {
            error(
                    "CopiesHaveBrokers",
                    setting,
                    "there are " + cluster.brokers()
                            + " brokers and no broker holds two copies, so such a topic cannot be made",
                    "use at most " + cluster.brokers() + ", or more brokers");
        } else if (copies > 0 && copies < derived && !cluster.isDevelopment()) {
            warning(
                    "CopiesAreThree",
                    setting,
                    "such topics are lost with " + copies + (copies == 1 ? " disk" : " disks") + ", where " + derived
                            + " copies would be there with these brokers");
        }
    }

    private void inSync(Map.Entry<String, String> setting) {
        int inSync = IN_SYNC.containsValue(setting.getKey()) ? number(setting.getValue()) : -1;
        if (inSync > 0 && inSync < ServerProperties.inSync(cluster) && !cluster.isDevelopment()) {
            warning(
                    "WritesHaveTwoCopies",
                    setting,
                    "a record may be acknowledged when one broker has it, and is lost with that broker's disk");
        }
    }

    /** A topic whose every copy must answer stops with the first broker that restarts. */
    private void spareCopy(String copiesKey, String inSyncKey) {
        boolean saysCopies = cluster.settings().containsKey(copiesKey);
        int copies = said(copiesKey, ServerProperties.copies(cluster));
        int inSync = said(inSyncKey, ServerProperties.inSync(cluster));
        boolean isSaidElsewhere = copiesKey.equals(OFFSETS) && !saysCopies;
        if (copies > 1 && inSync >= copies && !isSaidElsewhere) {
            findings.error(
                    "WritesSurviveOneBroker",
                    "settings[" + (saysCopies ? copiesKey : inSyncKey) + "]",
                    "\"" + (saysCopies ? copies : inSync) + "\"",
                    "topics have " + copies + " copies and " + inSync
                            + " of them must be there to write, so every restart of a broker stops writing",
                    "let " + copiesKey + " be greater than " + inSyncKey);
        }
    }

    private int said(String key, int otherwise) {
        return number(cluster.settings().getOrDefault(key, String.valueOf(otherwise)));
    }

    private void warning(String rule, Map.Entry<String, String> setting, String why) {
        findings.warning(
                rule,
                "settings[" + setting.getKey() + "]",
                "\"" + setting.getValue() + "\"",
                why,
                "remove setting(\"" + setting.getKey() + "\", …), or say development() if that does not matter");
    }

    private void error(String rule, Map.Entry<String, String> setting, String why, String fix) {
        findings.error(rule, "settings[" + setting.getKey() + "]", "\"" + setting.getValue() + "\"", why, fix);
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }

    /** Read only when a setting is said. */
    private static final class Known {
        static final KnownSettings SETTINGS = KnownSettings.of(KafkaRenderer.FILES, "settings.txt");
    }
}
