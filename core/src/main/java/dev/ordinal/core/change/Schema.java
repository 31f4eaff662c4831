package dev.ordinal.core.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What server-side apply knows of fields by their names: which lists have keys, and what is replaced as a whole. */
final class Schema {
    private static final Map<String, List<String>> KEYS = Map.ofEntries(
            Map.entry("containers", List.of("name")),
            Map.entry("initContainers", List.of("name")),
            Map.entry("ephemeralContainers", List.of("name")),
            Map.entry("env", List.of("name")),
            Map.entry("volumeMounts", List.of("mountPath")),
            Map.entry("volumeDevices", List.of("devicePath")),
            Map.entry("volumes", List.of("name")),
            Map.entry("imagePullSecrets", List.of("name")),
            Map.entry("hostAliases", List.of("ip")),
            Map.entry("schedulingGates", List.of("name")),
            Map.entry("resourceClaims", List.of("name")),
            Map.entry("claims", List.of("name")),
            Map.entry("secrets", List.of("name")),
            Map.entry("ownerReferences", List.of("uid")),
            Map.entry("topologySpreadConstraints", List.of("topologyKey", "whenUnsatisfiable")));
    private static final List<String> CONTAINER_PORT = List.of("containerPort", "protocol");
    private static final List<String> SERVICE_PORT = List.of("port", "protocol");
    private static final Set<String> WHOLE = Set.of(
            "selector",
            "labelSelector",
            "podSelector",
            "namespaceSelector",
            "nodeSelector",
            "fieldRef",
            "resourceFieldRef",
            "secretKeyRef",
            "configMapKeyRef",
            "fileKeyRef",
            "secretRef",
            "nodePublishSecretRef",
            "roleRef",
            "dataSource",
            "requiredDuringSchedulingIgnoredDuringExecution",
            "scaleTargetRef");

    private Schema() {}

    /** The names of the fields by which the items of a list are told apart; none where the list is one value. */
    static List<String> keys(String kind, List<String> parents, String list) {
        String parent = parents.isEmpty() ? "" : parents.get(parents.size() - 1);
        if (list.equals("ports")) {
            boolean container = parent.equals("containers") || parent.equals("initContainers");
            return container ? CONTAINER_PORT : kind.equals("Service") ? SERVICE_PORT : List.of();
        } else if (list.equals("imagePullSecrets") && kind.equals("ServiceAccount")) {
            return List.of();
        }
        return KEYS.getOrDefault(list, List.of());
    }

    /** Whether a map is replaced as a whole. A selector of a claim template is inside a list that is one value anyway. */
    static boolean isWhole(String field) {
        return WHOLE.contains(field);
    }

    /** The key of an item; a port that leaves the protocol out, and does not empty it, is of TCP. */
    static List<Object> keyOf(@Nullable Object item, List<String> keys) {
        List<Object> key = new ArrayList<>();
        for (String name : keys) {
            Tree fields = Tree.of(item);
            Object value = fields.get(name);
            boolean tcp = name.equals("protocol") && !fields.map().containsKey(name);
            key.add(tcp ? "TCP" : value == null ? "" : value instanceof Number n ? n.longValue() : value);
        }
        return key;
    }

    /** The key under which an item is stored, whatever was written. */
    static List<Object> storedKeyOf(Tree item, List<String> keys) {
        Tree stored = Tree.of(Tree.copy(item.map()));
        if (keys.contains("protocol")) {
            stored.otherwise("protocol", "TCP");
        }
        return keyOf(stored.map(), keys);
    }
}
