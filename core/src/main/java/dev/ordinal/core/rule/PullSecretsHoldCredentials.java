package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.Reference;
import dev.ordinal.core.graph.Relation;
import dev.ordinal.core.graph.ResourceGraph;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Set;
import java.util.function.Consumer;

/** A Secret to pull images with holds credentials of a registry. */
final class PullSecretsHoldCredentials implements Rule {
    @Override
    public String about() {
        return """
                A Secret of the manifest that `imagePullSecrets` names is of the type `kubernetes.io/dockerconfigjson`, or the
                older `kubernetes.io/dockercfg`. The kubelet passes over any other without a word, and the pull fails.""";
    }

    private static final Set<String> TYPES = Set.of("kubernetes.io/dockerconfigjson", "kubernetes.io/dockercfg");

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Reference reference : graph.references(Relation.PULLS_WITH)) {
            Located<HasMetadata> object = graph.find(reference.to()).orElse(null);
            if (object != null
                    && object.get() instanceof Secret secret
                    && !TYPES.contains(secret.getType() == null ? "" : secret.getType())) {
                found.accept(reference
                        .from()
                        .error(
                                name(),
                                Text.found(object.object().name()),
                                object.object() + " is of another type, so the kubelet passes over it and pulls without"
                                        + " credentials",
                                "give the Secret type: kubernetes.io/dockerconfigjson and a key .dockerconfigjson"));
            }
        }
    }
}
