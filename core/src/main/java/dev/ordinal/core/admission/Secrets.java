package dev.ordinal.core.admission;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Secret, v1. */
final class Secrets {
    private static final String ACCOUNT = "kubernetes.io/service-account.name";

    private Secrets() {}

    static void check(Node secret) {
        Metadata.check(secret, Names.DNS_SUBDOMAIN);
        Node data = secret.field("data");
        Node plain = secret.field("stringData");
        long bytes = 0;
        for (Node entry : secret.entries("data")) {
            ConfigMaps.key(entry);
            bytes += plain.has(entry.key()) ? 0 : ConfigMaps.decodedLength(entry.text());
        }
        for (Node entry : secret.entries("stringData")) {
            ConfigMaps.key(entry.calledAs(data.key(entry.key())));
            bytes += entry.text().getBytes(StandardCharsets.UTF_8).length;
        }
        if (bytes > ConfigMaps.MOST_BYTES) {
            ConfigMaps.tooLong(data, bytes);
        }
        type(secret);
    }

    private static void type(Node secret) {
        switch (secret.field("type").text()) {
            case "kubernetes.io/service-account-token" -> account(secret);
            case "kubernetes.io/dockercfg" -> json(secret, ".dockercfg");
            case "kubernetes.io/dockerconfigjson" -> json(secret, ".dockerconfigjson");
            case "kubernetes.io/basic-auth" -> {
                if (!has(secret, "username") && !has(secret, "password")) {
                    missing(secret, "username");
                    missing(secret, "password");
                }
            }
            case "kubernetes.io/ssh-auth" -> {
                if (content(secret, "ssh-privatekey").isEmpty()) {
                    missing(secret, "ssh-privatekey");
                }
            }
            case "kubernetes.io/tls" -> {
                expect(secret, "tls.crt");
                expect(secret, "tls.key");
            }
            default -> {
                // Any other type is the user's own.
            }
        }
    }

    private static void account(Node secret) {
        secret.field("metadata").field("annotations").key(ACCOUNT).required(ACCOUNT + ": my-account");
    }

    private static boolean has(Node secret, String key) {
        return secret.field("data").has(key) || secret.field("stringData").has(key);
    }

    private static void expect(Node secret, String key) {
        if (!has(secret, key)) {
            missing(secret, key);
        }
    }

    private static void missing(Node secret, String key) {
        secret.field("data")
                .key(key)
                .refuse(
                        Reason.REQUIRED,
                        Statement.REQUIRED_FIELD_IS_SET,
                        "a Secret of this type has the key " + key,
                        "add " + key + " to data or stringData, or write type: Opaque");
    }

    private static void json(Node secret, String key) {
        expect(secret, key);
        if (has(secret, key) && !Json.isObject(content(secret, key))) {
            secret.field("data")
                    .key(key)
                    .invalid(
                            Statement.TEXT_IS_WELL_FORMED,
                            "it must be an object in JSON",
                            "write the Docker configuration");
        }
    }

    /** The text under a key; what is written as plain text wins. */
    private static String content(Node secret, String key) {
        Node plain = secret.field("stringData");
        String encoded = secret.field("data").key(key).text().replaceAll("[\\r\\n]", "");
        try {
            return plain.has(key)
                    ? plain.key(key).text()
                    : new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }
}
