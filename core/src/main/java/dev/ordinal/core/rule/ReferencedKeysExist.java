package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.Reference;
import dev.ordinal.core.graph.ResourceGraph;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A key that a pod reads from a ConfigMap or Secret of the manifest is there. */
final class ReferencedKeysExist implements Rule {
    @Override
    public String about() {
        return """
                A key that a pod reads from a ConfigMap or a Secret is there, unless the reference is optional. The pod
                stays in ContainerCreating or CreateContainerConfigError otherwise, and an ordered set stops at it. Only objects of
                the manifest are judged, and of them not those without any key, which something else fills in the cluster.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Reference reference : graph.references()) {
            String key = reference.keyOrNull();
            Located<HasMetadata> object = key == null || reference.optional()
                    ? null
                    : graph.find(reference.to()).orElse(null);
            Set<String> keys = object == null ? Set.of() : keys(object.get());
            if (key != null && !keys.isEmpty() && !keys.contains(key)) {
                found.accept(finding(reference, key, keys));
            }
        }
    }

    private Diagnostic finding(Reference reference, String key, Set<String> keys) {
        return reference
                .from()
                .error(
                        name(),
                        Text.found(key),
                        reference.to() + " is in this manifest but has no such key, so the pod cannot start",
                        "use " + keys.stream().map(Text::found).collect(Collectors.joining(" or "))
                                + ", or add the key to " + reference.to());
    }

    private static Set<String> keys(HasMetadata object) {
        if (object instanceof ConfigMap map) {
            return keys(map.getData(), map.getBinaryData());
        } else if (object instanceof Secret secret && !"kubernetes.io/service-account-token".equals(secret.getType())) {
            return keys(secret.getData(), secret.getStringData());
        }
        return Set.of();
    }

    private static Set<String> keys(@Nullable Map<String, String> texts, @Nullable Map<String, String> more) {
        Set<String> keys = new TreeSet<>();
        add(texts, keys);
        add(more, keys);
        return keys;
    }

    private static void add(@Nullable Map<String, String> texts, Set<String> keys) {
        for (String key : texts == null ? Set.<String>of() : texts.keySet()) {
            keys.add(String.valueOf(key));
        }
    }
}
