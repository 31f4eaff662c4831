package dev.ordinal.presets.server;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Map;
import java.util.Optional;

/** What the downward API knows of one pod. */
record PodFacts(String name, String namespace, String address, String node, ObjectMeta meta) {
    String field(String path) {
        if (path.startsWith("metadata.labels[")) {
            return Optional.ofNullable(meta.getLabels()).orElse(Map.of()).getOrDefault(key(path), "");
        }
        if (path.startsWith("metadata.annotations[")) {
            return Optional.ofNullable(meta.getAnnotations()).orElse(Map.of()).getOrDefault(key(path), "");
        }
        return switch (path) {
            case "metadata.name" -> name;
            case "metadata.namespace" -> namespace;
            case "metadata.uid" -> "00000000-0000-4000-8000-000000000000";
            case "status.podIP", "status.podIPs" -> address;
            case "spec.nodeName" -> node;
            default -> throw new UnsupportedOperationException("no such field of a pod here: " + path);
        };
    }

    private static String key(String path) {
        return path.substring(path.indexOf('\'') + 1, path.lastIndexOf('\''));
    }
}
