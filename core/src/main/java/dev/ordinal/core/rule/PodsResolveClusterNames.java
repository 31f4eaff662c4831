package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.function.Consumer;

/** The pods of a StatefulSet ask the cluster's DNS. */
final class PodsResolveClusterNames implements Rule {
    @Override
    public String about() {
        return """
                The pods of a StatefulSet of several members ask the cluster's DNS. With `dnsPolicy: Default` they ask the
                node's, which knows no Service and no member; in the host's network `ClusterFirst` means the same, and only
                `ClusterFirstWithHostNet` does what one expects.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            String policy = set.podSpec().getDnsPolicy();
            boolean isHost = Boolean.TRUE.equals(set.podSpec().getHostNetwork());
            boolean isFirst = policy == null || policy.equals("ClusterFirst");
            if (Sets.replicas(set) > 1 && ("Default".equals(policy) || (isHost && isFirst))) {
                found.accept(finding(set.pod().field("dnsPolicy", PodSpec::getDnsPolicy), isHost));
            }
        }
    }

    private Diagnostic finding(Located<String> policy, boolean isHost) {
        return policy.warning(
                name(),
                Text.found(policy.or("")) + (isHost ? ", in the host's network" : ""),
                "the pods ask the node's DNS, which knows neither Services nor members",
                isHost ? "set dnsPolicy: ClusterFirstWithHostNet" : "remove dnsPolicy, or set it to ClusterFirst");
    }
}
