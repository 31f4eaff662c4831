package dev.ordinal.presets.server;

import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The keys of ConfigMaps and Secrets, as a kubelet reads them. */
record ConfigSource(ResourceGraph graph, String namespace) {
    /** All keys of an object; nothing if there is no such object, for the caller to judge. */
    Optional<Map<String, byte[]>> find(String kind, String name) {
        return graph.find(ObjectRef.of(kind, namespace, name)).map(Located::get).map(ConfigSource::bytes);
    }

    Map<String, byte[]> require(String kind, String name) {
        return find(kind, name)
                .orElseThrow(() -> new IllegalStateException("the pod waits for ever for " + kind + " " + name));
    }

    Map<String, String> texts(String kind, String name) {
        Map<String, String> texts = new LinkedHashMap<>();
        require(kind, name).forEach((key, value) -> texts.put(key, new String(value, StandardCharsets.UTF_8)));
        return texts;
    }

    String text(String kind, String name, String key) {
        String value = texts(kind, name).get(key);
        if (value == null) {
            throw new IllegalStateException("the container cannot be made: no key " + key + " in " + kind + " " + name);
        }
        return value;
    }

    private static Map<String, byte[]> bytes(HasMetadata object) {
        Map<String, byte[]> all = new LinkedHashMap<>();
        if (object instanceof ConfigMap map) {
            put(all, map.getData(), false);
            put(all, map.getBinaryData(), true);
        } else if (object instanceof Secret secret) {
            put(all, secret.getData(), true);
            put(all, secret.getStringData(), false);
        }
        return all;
    }

    private static void put(Map<String, byte[]> all, Map<String, String> some, boolean encoded) {
        Optional.ofNullable(some)
                .orElse(Map.of())
                .forEach((key, value) -> all.put(
                        key, encoded ? Base64.getDecoder().decode(value) : value.getBytes(StandardCharsets.UTF_8)));
    }
}
