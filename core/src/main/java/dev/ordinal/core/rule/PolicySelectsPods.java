package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import java.util.function.Consumer;

/** A network policy selects pods of the manifest. */
final class PolicySelectsPods implements Rule {
    @Override
    public String about() {
        return """
                A network policy selects pods of a workload in its namespace of the manifest. One that selects nothing protects
                nothing, and nobody is told. It is a warning only, because a policy may stand for pods that something else
                makes; where the namespace has no workloads in the manifest, nothing is said.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Located<NetworkPolicy> policy : graph.objects(NetworkPolicy.class)) {
            Located<NetworkPolicySpec> spec = Policies.spec(policy);
            Located<LabelSelector> selector =
                    spec.step("podSelector", spec.isPresent() ? spec.get().getPodSelector() : null);
            String namespace = policy.object().namespace();
            if (selector.isPresent()
                    && !graph.workloadsIn(namespace).isEmpty()
                    && graph.selectedBy(namespace, selector.get()).isEmpty()) {
                found.accept(selector.warning(
                        name(),
                        Text.found(selector),
                        "no workload of this manifest makes such pods, so everybody may talk to those that were meant",
                        "select the labels of a pod template in this namespace, such as matchLabels: "
                                + Sets.anyIdentity(graph, namespace)));
            }
        }
    }
}
