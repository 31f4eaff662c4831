package dev.ordinal.presets.mysql;

import dev.ordinal.presets.mysql.MySqlTopology.Group;
import dev.ordinal.presets.mysql.MySqlTopology.Standalone;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The text of {@code my.cnf}: this preset's settings, the ones that were changed or added, and what memory allows. */
final class MyCnf {
    private MyCnf() {}

    static String of(MySqlCluster cluster) {
        Map<String, String> added = new LinkedHashMap<>(cluster.settings());
        String text =
                preset(cluster).lines().map(line -> changed(line, added)).collect(Collectors.joining("\n", "", "\n"));
        return text + ownSettings(added);
    }

    private static String preset(MySqlCluster cluster) {
        boolean group = cluster.topology() instanceof Group;
        StringBuilder text = new StringBuilder(MySqlRenderer.FILES.named("my.cnf"))
                .append(MySqlRenderer.FILES.named("transactions.cnf"));
        if (!(cluster.topology() instanceof Standalone)) {
            text.append(MySqlRenderer.FILES.named("replicated.cnf"));
        }
        if (group) {
            text.append(MySqlRenderer.FILES.named("group.cnf"))
                    .append(MySqlRenderer.FILES.named(cluster.tls().isPresent() ? "tls-group.cnf" : "plain-group.cnf"))
                    .append("loose_group_replication_group_name=" + MySqlNames.uuid(cluster) + "\n");
        }
        if (cluster.tls().isPresent()) {
            text.append(MySqlRenderer.FILES.named("tls.cnf"));
        }
        return text + memory(cluster, group);
    }

    private static String memory(MySqlCluster cluster, boolean group) {
        MySqlMemory memory = MySqlMemory.of(cluster);
        String messages = "loose_group_replication_message_cache_size=" + (memory.messages() << 20) + "\n";
        return "\n# What the memory allows.\n"
                + "innodb_buffer_pool_size=" + memory.bufferPool() + "M\n"
                + "innodb_redo_log_capacity=" + memory.redoLog(cluster.storage().size()) + "M\n"
                + "max_connections=" + memory.connections() + "\n"
                + (group ? messages : "");
    }

    /** The line as it is, or with the value that was given to its key. */
    private static String changed(String line, Map<String, String> settings) {
        int equals = line.indexOf('=');
        if (equals < 0 || line.startsWith("#")) {
            return line;
        }
        String key = line.substring(0, equals);
        String value = settings.remove(key.startsWith("loose_") ? key.substring("loose_".length()) : key);
        return value == null ? line : key + "=" + value;
    }

    private static String ownSettings(Map<String, String> settings) {
        return settings.isEmpty()
                ? ""
                : settings.entrySet().stream()
                        .map(setting -> loose(setting.getKey()) + "=" + setting.getValue())
                        .collect(Collectors.joining("\n", "\n# Added.\n", "\n"));
    }

    /** Settings of plugins are unknown while a disk is initialised, and must not stop that. */
    private static String loose(String key) {
        return isOfPlugin(key) ? "loose_" + key : key;
    }

    /** Whether a plugin that is loaded here brings that setting. */
    static boolean isOfPlugin(String key) {
        return key.startsWith("group_replication_") || key.startsWith("clone_");
    }
}
