package dev.ordinal.core.manifest;

import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Objects of others of which a controller makes Secrets. */
final class SecretMakers {
    /** By kind and group, where the name of the Secret is; the object's own name where nothing is said there. */
    private static final Map<String, List<String>> NAMES = Map.of(
            "Certificate cert-manager.io", List.of("spec", "secretName"),
            "ExternalSecret external-secrets.io", List.of("spec", "target", "name"),
            "SealedSecret bitnami.com", List.of("spec", "template", "metadata", "name"));

    private SecretMakers() {}

    /** The Secrets that objects of the graph will become. */
    static Set<ObjectRef> secrets(ResourceGraph graph) {
        Set<ObjectRef> secrets = new HashSet<>();
        for (Located<GenericKubernetesResource> object : graph.objects(GenericKubernetesResource.class)) {
            String version = object.get().getApiVersion();
            List<String> path =
                    version == null ? null : NAMES.get(object.get().getKind() + " " + version.split("/", 2)[0]);
            if (path != null) {
                String name = text(object.get().getAdditionalProperties(), path);
                ObjectRef self = object.object();
                secrets.add(ObjectRef.of("Secret", self.namespace(), name == null ? self.name() : name));
            }
        }
        return secrets;
    }

    private static @Nullable String text(@Nullable Object from, List<String> path) {
        Object value = from;
        for (String step : path) {
            value = value instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return value instanceof String text ? text : null;
    }
}
