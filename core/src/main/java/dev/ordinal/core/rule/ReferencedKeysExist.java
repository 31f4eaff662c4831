package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Reference;
import dev.ordinal.core.graph.ResourceGraph;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return graph.references().stream()
                .filter(reference -> !reference.optional())
                .flatMap(reference -> reference.key().stream().flatMap(key -> check(graph, reference, key)));
    }

    private Stream<Diagnostic> check(ResourceGraph graph, Reference reference, String key) {
        return graph.find(reference.to()).stream()
                .map(object -> keys(object.get()))
                .filter(keys -> !keys.isEmpty() && !keys.contains(key))
                .map(keys -> reference
                        .from()
                        .error(
                                name(),
                                Text.found(key),
                                reference.to() + " is in this manifest but has no such key, so the pod cannot start",
                                "use " + keys.stream().map(Text::found).collect(Collectors.joining(" or "))
                                        + ", or add the key to " + reference.to()));
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
        Stream.of(texts == null ? Map.of() : texts, more == null ? Map.of() : more)
                .forEach(map -> map.keySet().forEach(key -> keys.add(String.valueOf(key))));
        return keys;
    }
}
