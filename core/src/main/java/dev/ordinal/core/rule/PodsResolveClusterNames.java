package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.stream.Stream;

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
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return Sets.of(graph).filter(set -> Sets.replicas(set) > 1).flatMap(set -> {
            Located<String> policy = set.pod().field("dnsPolicy", PodSpec::getDnsPolicy);
            boolean isHost = set.pod().map(PodSpec::getHostNetwork).or(false);
            boolean isFirst = policy.or("ClusterFirst").equals("ClusterFirst");
            return policy.or("").equals("Default") || (isHost && isFirst)
                    ? Stream.of(finding(policy, isHost))
                    : Stream.empty();
        });
    }

    private Diagnostic finding(Located<String> policy, boolean isHost) {
        return policy.warning(
                name(),
                Text.found(policy.or("")) + (isHost ? ", in the host's network" : ""),
                "the pods ask the node's DNS, which knows neither Services nor members",
                isHost ? "set dnsPolicy: ClusterFirstWithHostNet" : "remove dnsPolicy, or set it to ClusterFirst");
    }
}
