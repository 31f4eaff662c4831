package dev.ordinal.presets.mongodb;

import dev.ordinal.dsl.Size;
import dev.ordinal.presets.part.Texts;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The text of {@code mongod.conf}: this preset's settings, and the ones that were changed or added, as a tree. */
final class MongodConf {
    static final String CACHE = "storage.wiredTiger.engineConfig.cacheSizeGB";
    static final String OPLOG = "replication.oplogSizeMB";
    static final String TLS_MODE = "net.tls.mode";

    private static final Texts FILES = Texts.beside(MongodConf.class);
    private static final double LEAST_CACHE_GIB = 0.25;
    private static final long LEAST_OPLOG_MB = 990;
    private static final int OPLOG_PERCENT = 5;
    private static final double GIB = 1L << 30;
    /** Scalars that mean themselves; all else is quoted. */
    private static final String PLAIN = "[A-Za-z0-9/][A-Za-z0-9/._-]*";

    private MongodConf() {}

    static String of(MongoReplicaSet set) {
        Map<String, String> settings = own(set);
        settings.putAll(set.settings());
        Map<String, Object> tree = new LinkedHashMap<>();
        settings.forEach((name, value) -> put(tree, name.split("\\.", -1), 0, value));
        StringBuilder text = new StringBuilder();
        write(tree, "", text);
        return text.toString();
    }

    /** What this preset sets and others rely on, but for the sizes. */
    static Set<String> fixed() {
        Map<String, String> fixed = file("mongod.properties");
        fixed.putAll(file("tls.properties"));
        return fixed.keySet();
    }

    private static Map<String, String> own(MongoReplicaSet set) {
        Map<String, String> settings = file("mongod.properties");
        settings.put("replication.replSetName", set.members().replicaSet());
        settings.put(OPLOG, String.valueOf(oplogMb(set)));
        settings.put(CACHE, cacheGib(set.resources().memory()));
        set.tls().ifPresent(tls -> settings.putAll(file("tls.properties")));
        return settings;
    }

    /** Half of what is left beside 1 GiB for connections, sorts and the rest, in hundredths rounded down. */
    static String cacheGib(Size memory) {
        double cache = Math.max(LEAST_CACHE_GIB, (memory.bytes() / GIB - 1) / 2);
        return String.format(Locale.ROOT, "%.2f", Math.floor(cache * 100) / 100);
    }

    static long oplogMb(MongoReplicaSet set) {
        return Math.max(
                LEAST_OPLOG_MB, set.storage().size().percent(OPLOG_PERCENT).toMib());
    }

    private static Map<String, String> file(String name) {
        Map<String, String> settings = new LinkedHashMap<>();
        FILES.named(name).lines().forEach(line -> {
            String[] setting = line.split("=", 2);
            settings.put(setting[0], setting[1]);
        });
        return settings;
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> tree, String[] path, int depth, String value) {
        if (depth == path.length - 1) {
            tree.put(path[depth], value);
            return;
        }
        Object below = tree.get(path[depth]);
        if (!(below instanceof Map)) {
            below = new LinkedHashMap<String, Object>();
            tree.put(path[depth], below);
        }
        put((Map<String, Object>) below, path, depth + 1, value);
    }

    private static void write(Map<?, ?> tree, String indent, StringBuilder text) {
        tree.forEach((name, value) -> {
            text.append(indent).append(name).append(':');
            if (value instanceof Map<?, ?> below) {
                text.append('\n');
                write(below, indent + "  ", text);
            } else {
                text.append(' ').append(scalar(value.toString())).append('\n');
            }
        });
    }

    private static String scalar(String value) {
        return value.matches(PLAIN) ? value : "'" + value.replace("'", "''") + "'";
    }
}
