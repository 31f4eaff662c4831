package dev.ordinal.core.admission;

import java.nio.charset.StandardCharsets;

/** ConfigMap, v1, and the keys that Secrets share with it. */
final class ConfigMaps {
    static final int MOST_BYTES = 1024 * 1024;

    private ConfigMaps() {}

    static void check(Node config) {
        Metadata.check(config, Names.DNS_SUBDOMAIN);
        long bytes = 0;
        Node binary = config.field("binaryData");
        for (Node entry : config.entries("data")) {
            key(entry);
            bytes += entry.text().getBytes(StandardCharsets.UTF_8).length;
            if (binary.has(entry.key())) {
                entry.invalid(Statement.NAME_IS_UNIQUE, "binaryData has the key too", "rename one of the two");
            }
        }
        for (Node entry : config.entries("binaryData")) {
            key(entry);
            bytes += decodedLength(entry.text());
        }
        if (bytes > MOST_BYTES) {
            tooLong(config, bytes);
        }
    }

    static void key(Node entry) {
        if (!Names.CONFIG_KEY.accepts(entry.key())) {
            entry.invalid(
                    Statement.NAME_IS_WELL_FORMED,
                    "a key must be " + Names.CONFIG_KEY.words(),
                    "rename the key: " + Names.CONFIG_KEY.fix(entry.key()));
        }
    }

    static void tooLong(Node node, long bytes) {
        node.refuse(
                Reason.TOO_LONG,
                Statement.SIZE_IS_WITHIN_LIMIT,
                "all values together may have 1048576 bytes, and have " + bytes,
                "move large files to an image or a volume");
    }

    /** How many bytes a text in base64 stands for. */
    static long decodedLength(String text) {
        long digits =
                text.chars().filter(c -> c != '\n' && c != '\r' && c != '=').count();
        return digits * 3 / 4;
    }
}
