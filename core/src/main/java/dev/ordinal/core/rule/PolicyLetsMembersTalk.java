package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import java.util.List;
import java.util.stream.Stream;

/** Network policies let the members of a set talk to each other. */
final class PolicyLetsMembersTalk implements Rule {
    @Override
    public String about() {
        return """
                Where network policies close the pods of a set of several members, one of them lets the members themselves in,
                and out where the way out is closed too. Otherwise they cannot form a cluster. Peers by address, and by labels
                of namespaces that cannot be known here, count as allowed. It is a warning, because another policy of the
                cluster may let them.""";
    }

    @Override
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return Sets.of(graph)
                .filter(set -> Sets.replicas(set) > 1)
                .flatMap(set -> Stream.concat(
                        in(set, Policies.closing(graph, set, "Ingress")),
                        out(set, Policies.closing(graph, set, "Egress"))));
    }

    private Stream<Diagnostic> in(Workload set, List<Located<NetworkPolicySpec>> policies) {
        boolean mayTalk = policies.stream()
                .flatMap(Policies::in)
                .anyMatch(rule -> Policies.mayBe(rule.get().getFrom(), set));
        return policies.stream().limit(mayTalk ? 0 : 1).map(spec -> spec.field("ingress", NetworkPolicySpec::getIngress)
                .warning(
                        name(),
                        "no rule for the pods of " + set.ref(),
                        "the members may not connect to each other, so they cannot form a cluster",
                        "add a rule: {from: [{podSelector: {matchLabels: " + Text.labels(Sets.identity(set)) + "}}]}"));
    }

    private Stream<Diagnostic> out(Workload set, List<Located<NetworkPolicySpec>> policies) {
        boolean mayTalk = policies.stream()
                .flatMap(Policies::out)
                .anyMatch(rule -> Policies.mayBe(rule.get().getTo(), set));
        return policies.stream().limit(mayTalk ? 0 : 1).map(spec -> spec.field("egress", NetworkPolicySpec::getEgress)
                .warning(
                        name(),
                        "no rule for the pods of " + set.ref(),
                        "the members may not open connections to each other, so they cannot form a cluster",
                        "add a rule: {to: [{podSelector: {matchLabels: " + Text.labels(Sets.identity(set)) + "}}]}"));
    }
}
