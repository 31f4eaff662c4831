package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Relation;
import dev.ordinal.core.graph.ResourceGraph;
import io.fabric8.kubernetes.api.model.Secret;
import java.util.Set;
import java.util.stream.Stream;

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
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return graph.references(Relation.PULLS_WITH).flatMap(reference -> graph.find(reference.to()).stream()
                .filter(object -> object.get() instanceof Secret secret
                        && !TYPES.contains(secret.getType() == null ? "" : secret.getType()))
                .map(secret -> reference
                        .from()
                        .error(
                                name(),
                                Text.found(secret.object().name()),
                                secret.object() + " is of another type, so the kubelet passes over it and pulls without"
                                        + " credentials",
                                "give the Secret type: kubernetes.io/dockerconfigjson and a key .dockerconfigjson")));
    }
}
