package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import java.util.List;
import java.util.function.Consumer;

/** Network policies let the members of a set talk to each other. */
final class PolicyLetsMembersTalk implements Rule {
    @Override
    public String about() {
        return """
                Where network policies close the pods of a set of several members, one of them lets the members themselves in,
                and out where the way out is closed too. Otherwise they cannot form a cluster. A rule counts
                that leads to a port of theirs, where they declare ports. Peers by address, and by labels
                of namespaces that cannot be known here, count as allowed. It is a warning, because another policy of the
                cluster may let them.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            if (Sets.replicas(set) > 1) {
                in(set, Policies.closing(graph, set, "Ingress"), found);
                out(set, Policies.closing(graph, set, "Egress"), found);
            }
        }
    }

    private void in(Workload set, List<Located<NetworkPolicySpec>> policies, Consumer<Diagnostic> found) {
        if (!policies.isEmpty() && !areLetIn(set, policies)) {
            found.accept(policies.get(0)
                    .field("ingress", NetworkPolicySpec::getIngress)
                    .warning(
                            name(),
                            "no rule for the pods of " + set.ref(),
                            "the members may not connect to each other, so they cannot form a cluster",
                            "add a rule: {from: [{podSelector: {matchLabels: " + Text.labels(Sets.identity(set))
                                    + "}}]}"));
        }
    }

    private void out(Workload set, List<Located<NetworkPolicySpec>> policies, Consumer<Diagnostic> found) {
        if (!policies.isEmpty() && !areLetOut(set, policies)) {
            found.accept(policies.get(0)
                    .field("egress", NetworkPolicySpec::getEgress)
                    .warning(
                            name(),
                            "no rule for the pods of " + set.ref(),
                            "the members may not open connections to each other, so they cannot form a cluster",
                            "add a rule: {to: [{podSelector: {matchLabels: " + Text.labels(Sets.identity(set))
                                    + "}}]}"));
        }
    }

    private static boolean areLetIn(Workload set, List<Located<NetworkPolicySpec>> policies) {
        for (Located<NetworkPolicySpec> policy : policies) {
            for (Located<NetworkPolicyIngressRule> rule : Policies.in(policy)) {
                if (Policies.mayBe(rule.get().getFrom(), set)
                        && Policies.reach(rule.get().getPorts(), set)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean areLetOut(Workload set, List<Located<NetworkPolicySpec>> policies) {
        for (Located<NetworkPolicySpec> policy : policies) {
            for (Located<NetworkPolicyEgressRule> rule : Policies.out(policy)) {
                if (Policies.mayBe(rule.get().getTo(), set)
                        && Policies.reach(rule.get().getPorts(), set)) {
                    return true;
                }
            }
        }
        return false;
    }
}
