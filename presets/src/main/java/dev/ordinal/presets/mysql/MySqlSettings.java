package dev.ordinal.presets.mysql;

import dev.ordinal.presets.part.Findings;
import dev.ordinal.presets.part.KnownSettings;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What may be said by {@code setting}: all but what other parts of the manifest rely on, and what no server has any more. */
final class MySqlSettings {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,15})([KMGTkmgt]?)");
    /** The server takes options also with one or more of these in front. */
    private static final Pattern PREFIX = Pattern.compile("^((loose|skip|enable|disable|maximum)_)+");

    private static final String UNITS = "KMGT";

    /** Mounts, probes, ports, the agent, the members' identity and the seal rely on these; without what may be in front. */
    private static final Set<String> OWNED = Set.of(
            "datadir",
            "socket",
            "pid_file",
            "tmpdir",
            "port",
            "bind_address",
            "networking",
            "name_resolve",
            "admin_address",
            "admin_port",
            "server_id",
            "report_host",
            "gtid_mode",
            "enforce_gtid_consistency",
            "log_bin",
            "relay_log",
            "log_replica_updates",
            "log_slave_updates",
            "super_read_only",
            "read_only",
            "replica_start",
            "slave_start",
            "plugin_load",
            "plugin_load_add",
            "ssl_ca",
            "ssl_cert",
            "ssl_key",
            "daemonize",
            "user",
            "init_file");

    private static final Set<String> OWNED_OF_GROUP = Set.of(
            "start_on_boot",
            "bootstrap_group",
            "single_primary_mode",
            "communication_stack",
            "group_name",
            "group_seeds",
            "local_address",
            "ssl_mode",
            "recovery_use_ssl",
            "exit_state_action",
            "autorejoin_tries",
            "clone_threshold");

    /** What 8.4 knew no more. What 9.7 knows, it told itself. */
    private static final Set<String> GONE_BEFORE = Set.of(
            "default_authentication_plugin",
            "expire_logs_days",
            "master_info_repository",
            "relay_log_info_repository",
            "binlog_transaction_dependency_tracking",
            "transaction_write_set_extraction",
            "log_bin_use_v1_row_events",
            "slave_rows_search_algorithms",
            "query_cache_size",
            "query_cache_type",
            "tx_isolation",
            "log_warnings",
            "sync_frm",
            "secure_auth");

    private MySqlSettings() {}

    static void check(MySqlCluster cluster, Findings findings) {
        cluster.settings().forEach((key, value) -> {
            String path = "settings[" + key + "]";
            String found = "\"" + value + "\"";
            String bare = PREFIX.matcher(key).replaceFirst("");
            if (OWNED.contains(bare) || ownedOfGroup(bare)) {
                findings.error(
                        "SettingIsFree",
                        path,
                        found,
                        "mounts, probes, accounts or the agent of this preset rely on its own value of " + bare,
                        "remove setting(\"" + key + "\", …)");
            } else if (!key.matches("[a-z][a-z0-9_]*") || value.contains("\n")) {
                findings.error(
                        "SettingIsOneLine",
                        path,
                        found,
                        "a setting is one line of my.cnf; anything else would change other lines",
                        "use a name of lower case letters, digits and _, and a value of one line");
            } else if (!key.startsWith("loose_")) {
                exists(cluster, key, bare, found, findings);
            }
        });
        durability(cluster, findings);
    }

    /** The names of plugins' settings get {@code loose_} in front, so that a wrong one is passed over. */
    private static void exists(MySqlCluster cluster, String key, String bare, String found, Findings findings) {
        boolean isOld = cluster.version().number().startsWith("8.4.");
        KnownSettings known = Known.SETTINGS;
        if (isOld
                ? !GONE_BEFORE.contains(bare)
                : known.find(key).or(() -> known.find(bare)).isPresent()) {
            return;
        }
        String path = "settings[" + key + "]";
        String fix = known.near(key)
                .map(near -> "use setting(\"" + near + "\", …)")
                .orElse("remove setting(\"" + key + "\", …), or write loose_ in front if a component brings it");
        String why = "MySQL " + cluster.version().number() + " does not know " + key;
        if (MyCnf.isOfPlugin(key)) {
            findings.warning("SettingExists", path, found, why + " and would pass it over", fix);
        } else {
            findings.error("SettingExists", path, found, why + " and would not start", fix);
        }
    }

    private static boolean ownedOfGroup(String key) {
        String prefix = "group_replication_";
        return key.startsWith(prefix) && OWNED_OF_GROUP.contains(key.substring(prefix.length()));
    }

    private static void durability(MySqlCluster cluster, Findings findings) {
        for (String key : Set.of("sync_binlog", "innodb_flush_log_at_trx_commit").stream()
                .sorted()
                .toList()) {
            String value = cluster.settings().getOrDefault(key, "1");
            if (!value.equals("1")) {
                findings.warning(
                        "CommitsAreDurable",
                        "settings[" + key + "]",
                        "\"" + value + "\"",
                        "when all members lose power at once, the last acknowledged writes are on no disk",
                        "remove setting(\"" + key + "\", …)");
            }
        }
    }

    /** A setting that is an amount of memory, in MiB; what it would be otherwise if it is none. */
    static long mib(MySqlCluster cluster, String key, long otherwise) {
        Matcher size = SIZE.matcher(cluster.settings().getOrDefault(key, ""));
        if (!size.matches()) {
            return otherwise;
        }
        int power = size.group(2).isEmpty()
                ? 0
                : UNITS.indexOf(Character.toUpperCase(size.group(2).charAt(0))) + 1;
        double bytes = Double.parseDouble(size.group(1)) * Math.pow(1024, power);
        return (long) Math.min(bytes / (1 << 20), Long.MAX_VALUE / 4.0);
    }

    /** A setting that is a number; what it would be otherwise if it is none. */
    static long number(MySqlCluster cluster, String key, long otherwise) {
        String value = cluster.settings().getOrDefault(key, "");
        return value.matches("\\d{1,9}") ? Long.parseLong(value) : otherwise;
    }

    /** Read only when a setting is said. */
    private static final class Known {
        static final KnownSettings SETTINGS = KnownSettings.of(MySqlRenderer.FILES, "settings.txt");
    }
}
