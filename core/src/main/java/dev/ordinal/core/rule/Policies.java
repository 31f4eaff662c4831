package dev.ordinal.core.rule;

import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Selectors;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Network policies as the pods of a workload feel them: together, those that select a pod allow what any of them allows. */
final class Policies {
    private Policies() {}

    static Located<NetworkPolicySpec> spec(Located<NetworkPolicy> policy) {
        return policy.field("spec", NetworkPolicy::getSpec);
    }

    /** The policies that close the pods of a workload in one direction, {@code Ingress} or {@code Egress}. */
    static List<Located<NetworkPolicySpec>> closing(ResourceGraph graph, Workload workload, String direction) {
        return graph.derived(Selecting.class, Selecting::of).policies().getOrDefault(workload, List.of()).stream()
                .filter(spec -> closes(spec, direction))
                .sorted(Comparator.comparing(Located::object))
                .toList();
    }

    private record Selecting(Map<Workload, List<Located<NetworkPolicySpec>>> policies) {
        static Selecting of(ResourceGraph graph) {
            Map<Workload, List<Located<NetworkPolicySpec>>> policies = new HashMap<>();
            graph.all(NetworkPolicy.class)
                    .map(Policies::spec)
                    .filter(Located::isPresent)
                    .forEach(spec -> selected(graph, spec)
                            .forEach(workload -> policies.computeIfAbsent(workload, w -> new ArrayList<>())
                                    .add(spec)));
            return new Selecting(policies);
        }

        private static List<Workload> selected(ResourceGraph graph, Located<NetworkPolicySpec> spec) {
            return graph.selectedBy(
                    spec.object().namespace(),
                    spec.map(NetworkPolicySpec::getPodSelector).or(new LabelSelector()));
        }
    }

    private static boolean closes(Located<NetworkPolicySpec> spec, String direction) {
        List<String> types = spec.map(NetworkPolicySpec::getPolicyTypes).or(List.of());
        boolean byDefault = direction.equals("Ingress")
                || !spec.map(NetworkPolicySpec::getEgress).or(List.of()).isEmpty();
        return types.isEmpty() ? byDefault : types.contains(direction);
    }

    static Stream<Located<NetworkPolicyIngressRule>> in(Located<NetworkPolicySpec> spec) {
        return spec.each("ingress", NetworkPolicySpec::getIngress);
    }

    static Stream<Located<NetworkPolicyEgressRule>> out(Located<NetworkPolicySpec> spec) {
        return spec.each("egress", NetworkPolicySpec::getEgress);
    }

    /** Whether these peers may be the pods of a workload; what cannot be known, such as an address, may. */
    static boolean mayBe(@Nullable List<NetworkPolicyPeer> peers, Workload workload) {
        return peers == null
                || peers.isEmpty()
                || peers.stream().filter(Objects::nonNull).anyMatch(peer -> mayBe(peer, workload));
    }

    private static boolean mayBe(NetworkPolicyPeer peer, Workload workload) {
        return peer.getIpBlock() != null
                || (isOwn(peer.getNamespaceSelector(), workload)
                        && (peer.getPodSelector() == null
                                || Selectors.selects(peer.getPodSelector(), workload.labels())));
    }

    /** Every namespace has a label with its name; its others are not known here. */
    private static boolean isOwn(@Nullable LabelSelector namespaces, Workload workload) {
        Map<String, String> labels = namespaces == null ? null : namespaces.getMatchLabels();
        String wanted = labels == null ? null : labels.get("kubernetes.io/metadata.name");
        return wanted == null
                || ResourceGraph.sameNamespace(wanted, workload.ref().namespace());
    }
}
