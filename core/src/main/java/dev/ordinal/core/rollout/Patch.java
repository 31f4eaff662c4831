package dev.ordinal.core.rollout;

import dev.ordinal.core.yaml.StrictReader;
import dev.ordinal.core.yaml.Trees;
import dev.ordinal.core.yaml.YamlWriter;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Changes of a stored set. */
final class Patch {
    /** Everything else in the spec is refused by the server when it changes. */
    private static final Set<String> CHANGEABLE = Set.of(
            "replicas",
            "ordinals",
            "template",
            "updateStrategy",
            "revisionHistoryLimit",
            "persistentVolumeClaimRetentionPolicy",
            "minReadySeconds");

    private Patch() {}

    /** The set with a merge patch of its spec, or the set itself if what comes out cannot be read as a set. */
    static StatefulSet merge(StatefulSet set, Map<String, ? extends @Nullable Object> specPatch) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>(Trees.of(set));
        tree.put("apiVersion", "apps/v1");
        tree.put("kind", "StatefulSet");
        tree.put("spec", merged(tree.get("spec"), specPatch));
        return StrictReader.read(YamlWriter.write(tree), "patch").documents().stream()
                .flatMap(document -> document.object().stream())
                .filter(StatefulSet.class::isInstance)
                .map(StatefulSet.class::cast)
                .findFirst()
                .orElse(set);
    }

    /** Whether the server takes one set in place of the other, as far as it is about fields that never change. */
    static boolean isAllowed(StatefulSet stored, StatefulSet wanted) {
        return Spec.nameOf(stored.getMetadata()).equals(Spec.nameOf(wanted.getMetadata()))
                && fixed(stored).equals(fixed(wanted));
    }

    private static Map<String, @Nullable Object> fixed(StatefulSet set) {
        Map<String, @Nullable Object> fixed = new LinkedHashMap<>();
        if (Trees.of(set).get("spec") instanceof Map<?, ?> spec) {
            spec.forEach((key, value) -> fixed.put(String.valueOf(key), value));
        }
        fixed.keySet().removeAll(CHANGEABLE);
        fixed.putIfAbsent("podManagementPolicy", "OrderedReady");
        return fixed;
    }

    private static @Nullable Object merged(@Nullable Object target, @Nullable Object patch) {
        if (!(patch instanceof Map<?, ?> fields)) {
            return patch;
        }
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        if (target instanceof Map<?, ?> old) {
            old.forEach((key, value) -> result.put(String.valueOf(key), value));
        }
        fields.forEach((key, value) -> {
            String name = String.valueOf(key);
            if (value == null) {
                result.remove(name);
            } else {
                result.put(name, merged(result.get(name), value));
            }
        });
        return result;
    }

    /** A merge patch of the containers would have to repeat them all, so an image is set where it stands. */
    static StatefulSet image(StatefulSet set, String image) {
        if (set.getSpec() != null
                && set.getSpec().getTemplate() != null
                && set.getSpec().getTemplate().getSpec() != null) {
            List<Container> containers = set.getSpec().getTemplate().getSpec().getContainers();
            if (containers != null && !containers.isEmpty() && containers.get(0) != null) {
                containers.get(0).setImage(image);
            }
        }
        return set;
    }
}
