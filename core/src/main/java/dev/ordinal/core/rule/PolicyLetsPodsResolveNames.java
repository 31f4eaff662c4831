package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Network policies that close the way out let the members ask DNS. */
final class PolicyLetsPodsResolveNames implements Rule {
    @Override
    public String about() {
        return """
                Where network policies close the way out of a set of several members, one of them allows UDP to port 53 (or
                5353, where some clusters have their DNS pods). Otherwise no name resolves, not even those of the other members.
                A port without `protocol` means TCP. It is a warning, because another policy of the cluster may allow it.""";
    }

    private static final List<Integer> DNS = List.of(53, 5353);

    @Override
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return Sets.of(graph)
                .filter(set -> Sets.replicas(set) > 1)
                .flatMap(set -> check(set, Policies.closing(graph, set, "Egress")));
    }

    private Stream<Diagnostic> check(Workload set, List<Located<NetworkPolicySpec>> policies) {
        boolean mayAsk = policies.stream().flatMap(Policies::out).anyMatch(PolicyLetsPodsResolveNames::isOpen);
        return policies.stream().limit(mayAsk ? 0 : 1).map(spec -> spec.field("egress", NetworkPolicySpec::getEgress)
                .warning(
                        name(),
                        "no rule for UDP to port 53",
                        "the pods of " + set.ref() + " cannot ask DNS, so no name resolves, also not of members",
                        "add a rule: {ports: [{protocol: UDP, port: 53}, {protocol: TCP, port: 53}]}"));
    }

    private static boolean isOpen(Located<NetworkPolicyEgressRule> rule) {
        List<NetworkPolicyPort> ports =
                rule.map(NetworkPolicyEgressRule::getPorts).or(List.of());
        return ports.isEmpty() || ports.stream().filter(Objects::nonNull).anyMatch(PolicyLetsPodsResolveNames::isDns);
    }

    private static boolean isDns(NetworkPolicyPort port) {
        Integer first = port.getPort() == null ? null : port.getPort().getIntVal();
        Integer last = port.getEndPort() == null ? first : port.getEndPort();
        return "UDP".equals(port.getProtocol())
                && (first == null || last == null || DNS.stream().anyMatch(dns -> first <= dns && dns <= last));
    }
}
