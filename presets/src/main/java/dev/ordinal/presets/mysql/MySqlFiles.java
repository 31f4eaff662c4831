package dev.ordinal.presets.mysql;

import dev.ordinal.dsl.FilesVolume;
import dev.ordinal.dsl.ScratchVolume;
import dev.ordinal.dsl.SecretVolume;
import dev.ordinal.dsl.Size;
import dev.ordinal.dsl.VolumeSpec;
import dev.ordinal.presets.mysql.MySqlTopology.Asynchronous;
import dev.ordinal.presets.mysql.MySqlTopology.Group;
import dev.ordinal.presets.mysql.MySqlTopology.Standalone;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The files of a member: what rolls the pods when it changes, what does not, and what is secret. */
final class MySqlFiles {
    /** Socket and option files; in memory, because there are passwords in it. */
    static final ScratchVolume RUN = VolumeSpec.scratch("run").inMemory().limit(Size.mib(1));

    private MySqlFiles() {}

    static FilesVolume configuration(MySqlCluster cluster) {
        boolean tls = cluster.tls().isPresent();
        FilesVolume files = VolumeSpec.files("conf")
                .file("my.cnf", MyCnf.of(cluster))
                .file("peer.cnf", text(tls ? "tls-peer.cnf" : "plain-peer.cnf"))
                .file("init.sql", text("init.sql"))
                .file("start.sh", text("start.sh"))
                .file("ready.sh", text("ready.sh"))
                .file("dump.sh", text("dump.sh"));
        if (cluster.backup().isPresent()) {
            files = files.file("backup.sh", text("backup.sh")).file("transactions.sh", text("transactions.sh"));
        }
        if (tls) {
            files = files.file("certificates.sh", text("certificates.sh"));
        }
        String kind = MySqlRenderer.topology(cluster);
        files = files.file("agent.sh", text(kind + ".sh")).file("ready.sql", text("ready-" + kind + ".sql"));
        files = cluster.topology() instanceof Standalone
                ? files.file("replay.sh", text("replay.sh"))
                : files.file("facts.sql", text("facts-" + kind + ".sql"));
        if (cluster.topology() instanceof Group) {
            files = files.file("stop.sh", text("stop-group.sh")).file("label.sh", text("label.sh"));
        }
        return files.file("accounts.sh", text("accounts.sh")).file("accounts.sql", accounts(cluster));
    }

    /** What members look up again and again; a change rolls nothing. */
    static FilesVolume state(MySqlCluster cluster) {
        String members = MySqlRenderer.members(cluster).stream()
                .map(member -> cluster.namespace().dns(member))
                .collect(Collectors.joining("\n", "", "\n"));
        FilesVolume state = VolumeSpec.files("state")
                .file("phase", cluster.isSealed() ? "SEALED" : "BOOTSTRAP")
                .file("members", members)
                .rollsPods(false);
        if (cluster.topology() instanceof Asynchronous asynchronous) {
            return state.file("primary", cluster.name() + "-" + asynchronous.primary());
        }
        return cluster.topology() instanceof Group group
                ? state.file("restart-from", restartFrom(cluster.name(), group))
                : state;
    }

    private static String restartFrom(String name, Group group) {
        return group.restartFrom().isPresent()
                ? name + "-" + group.restartFrom().getAsInt()
                : "nobody";
    }

    /** Only the passwords that are used; for the owner and the group of the volume, which is the server's. */
    static SecretVolume passwords(MySqlCluster cluster) {
        return passwords(cluster, passwordKeys(cluster));
    }

    /** Only these passwords. */
    static SecretVolume passwords(MySqlCluster cluster, List<String> keys) {
        SecretVolume passwords =
                VolumeSpec.secret("passwords", MySqlNames.passwords(cluster)).mode(0440);
        for (String key : keys) {
            passwords = passwords.item(key, key);
        }
        return passwords;
    }

    static List<String> passwordKeys(MySqlCluster cluster) {
        List<String> keys = new ArrayList<>(List.of("root", "replication"));
        cluster.database().ifPresent(database -> keys.add("application"));
        if (cluster.metrics().isPresent()) {
            keys.add("metrics");
        }
        cluster.backup().ifPresent(backup -> keys.add("backup"));
        return keys;
    }

    private static String accounts(MySqlCluster cluster) {
        StringBuilder sql = new StringBuilder(text("accounts.sql"));
        cluster.database().ifPresent(name -> sql.append(database(name)));
        if (cluster.metrics().isPresent()) {
            sql.append(text("metrics.sql"));
        }
        cluster.backup().ifPresent(backup -> sql.append(text("backup.sql")));
        return sql.toString();
    }

    /** In a grant an underscore stands for any character. */
    private static String database(String name) {
        return text("database.sql").replace("<database>", name).replace("<pattern>", name.replace("_", "\\_"));
    }

    private static String text(String name) {
        return MySqlRenderer.FILES.named(name);
    }
}
