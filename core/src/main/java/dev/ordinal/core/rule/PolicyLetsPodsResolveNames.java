package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Network policies that close the way out let the members ask DNS. */
final class PolicyLetsPodsResolveNames implements Rule {
    @Override
    public String about() {
        return """
                Where network policies close the way out of a set of several members, one of them allows UDP to port 53 (or
                5353, where some clusters have their DNS pods) outside of its own namespace. Otherwise no name resolves, not even those of the other members.
                A port without `protocol` means TCP. It is a warning, because another policy of the cluster may allow it.""";
    }

    private static final List<Integer> DNS = List.of(53, 5353);

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            List<Located<NetworkPolicySpec>> closing =
                    Sets.replicas(set) > 1 ? Policies.closing(graph, set, "Egress") : List.of();
            if (!closing.isEmpty() && !mayAsk(set, closing)) {
                found.accept(finding(set, closing.get(0).field("egress", NetworkPolicySpec::getEgress)));
            }
        }
    }

    private Diagnostic finding(Workload set, Located<?> egress) {
        return egress.warning(
                name(),
                "no rule for UDP to port 53",
                "the pods of " + set.ref() + " cannot ask DNS, so no name resolves, also not of members",
                "add a rule: {ports: [{protocol: UDP, port: 53}, {protocol: TCP, port: 53}]}");
    }

    private static boolean mayAsk(Workload set, List<Located<NetworkPolicySpec>> policies) {
        for (Located<NetworkPolicySpec> spec : policies) {
            for (Located<NetworkPolicyEgressRule> rule : Policies.out(spec)) {
                if (isOpen(rule.get().getPorts())
                        && Policies.mayBeElsewhere(rule.get().getTo(), set)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isOpen(@Nullable List<NetworkPolicyPort> ports) {
        if (ports == null || ports.isEmpty()) {
            return true;
        }
        for (NetworkPolicyPort port : ports) {
            if (port != null && isDns(port)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDns(NetworkPolicyPort port) {
        Integer first = port.getPort() == null ? null : port.getPort().getIntVal();
        Integer last = port.getEndPort() == null ? first : port.getEndPort();
        return "UDP".equals(port.getProtocol())
                && (first == null || last == null || DNS.stream().anyMatch(dns -> first <= dns && dns <= last));
    }
}
