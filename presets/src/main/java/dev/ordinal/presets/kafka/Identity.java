package dev.ordinal.presets.kafka;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Ids that are fixed for ever: derived from names, so that the same words give the same cluster. In the form of version 4
 * ids, which Kafka prints as 22 characters, and which are never among those that it keeps for itself.
 */
final class Identity {
    private Identity() {}

    /** The cluster's id, as it was said or as its name gives it. */
    static String cluster(KafkaCluster cluster) {
        return cluster.controllers()
                .clusterId()
                .orElseGet(() -> derived(cluster.namespace().name().orElse("") + "/" + cluster.name()));
    }

    /** The id of the first disk of a controller. */
    static String directory(KafkaCluster cluster, int node) {
        return derived(cluster(cluster) + "/" + node);
    }

    /** Whether it is a text that Kafka prints for some id: 22 characters, of which the last has four bits only. */
    static boolean isCanonical(String id) {
        return id.matches("[A-Za-z0-9_-]{21}[AQgw]");
    }

    /** Whether Kafka keeps that id for itself: the first hundred. */
    static boolean isReserved(String id) {
        ByteBuffer bits = ByteBuffer.wrap(Base64.getUrlDecoder().decode(id));
        long high = bits.getLong();
        long low = bits.getLong();
        return high == 0 && low >= 0 && low < 100;
    }

    private static String derived(String from) {
        byte[] id = ByteBuffer.allocate(16)
                .put(sha256("ordinal/kafka/" + from), 0, 16)
                .array();
        id[6] = (byte) ((id[6] & 0x0f) | 0x40);
        id[8] = (byte) ((id[8] & 0x3f) | 0x80);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must have SHA-256", e);
        }
    }
}
