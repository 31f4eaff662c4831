package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A network policy that names a namespace names one that there can be. */
final class PolicyNamesNamespaces implements Rule {
    @Override
    public String about() {
        return """
                A peer of a network policy that is in the namespace `kubernetes.io/metadata.name: …` says a name that a namespace can
                have. Every namespace has that label, and its value is the name. The API server takes any value of a label, such as none
                at all, and the rule then lets nobody through.""";
    }

    private static final String NAME = "kubernetes.io/metadata.name";

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Located<NetworkPolicy> policy : graph.objects(NetworkPolicy.class)) {
            Located<NetworkPolicySpec> spec = Policies.spec(policy);
            if (spec.isPresent()) {
                for (Located<NetworkPolicyIngressRule> rule : Policies.in(spec)) {
                    check(rule.items("from", rule.get().getFrom()), found);
                }
                for (Located<NetworkPolicyEgressRule> rule : Policies.out(spec)) {
                    check(rule.items("to", rule.get().getTo()), found);
                }
            }
        }
    }

    private void check(List<Located<NetworkPolicyPeer>> peers, Consumer<Diagnostic> found) {
        for (Located<NetworkPolicyPeer> peer : peers) {
            LabelSelector namespaces = peer.get().getNamespaceSelector();
            if (namespaces != null) {
                Located<LabelSelector> selector = peer.step("namespaceSelector", namespaces);
                for (Located<Map.Entry<String, String>> label :
                        selector.entries("matchLabels", namespaces.getMatchLabels())) {
                    if (label.get().getKey().equals(NAME)
                            && !DnsText.isLabel(label.get().getValue())) {
                        found.accept(finding(label));
                    }
                }
            }
        }
    }

    private Diagnostic finding(Located<Map.Entry<String, String>> label) {
        return label.error(
                name(),
                Text.found(label.get().getValue()),
                "the label holds the name of its namespace, and none can have this one, so nobody is let through",
                "write the name of a namespace: " + DnsText.LABEL);
    }
}
