package dev.ordinal.core.rule;

import dev.ordinal.core.graph.Grouped;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.PodContainer;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Selectors;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicySpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Network policies as the pods of a workload feel them: together, those that select a pod allow what any of them allows. */
final class Policies {
    private Policies() {}

    static Located<NetworkPolicySpec> spec(Located<NetworkPolicy> policy) {
        return policy.step("spec", policy.get().getSpec());
    }

    /** The policies that close the pods of a workload in one direction, {@code Ingress} or {@code Egress}. */
    static List<Located<NetworkPolicySpec>> closing(ResourceGraph graph, Workload workload, String direction) {
        Selecting selecting = Selecting.of(graph);
        List<Located<NetworkPolicySpec>> policies = selecting.policies().getOrDefault(workload, List.of());
        if (policies.isEmpty()) {
            return policies;
        }
        List<Located<NetworkPolicySpec>> closing = new ArrayList<>();
        for (Located<NetworkPolicySpec> spec : policies) {
            if (closes(spec.get(), direction)) {
                closing.add(spec);
            }
        }
        if (closing.size() > 1) {
            closing.sort(Comparator.comparing(Located::object));
        }
        return closing;
    }

    private record Selecting(Map<Workload, List<Located<NetworkPolicySpec>>> policies) {
        static Selecting of(ResourceGraph graph) {
            Selecting known = graph.kept(Selecting.class);
            return known == null ? graph.keep(in(graph)) : known;
        }

        private static Selecting in(ResourceGraph graph) {
            Map<Workload, List<Located<NetworkPolicySpec>>> policies = new HashMap<>();
            for (Located<NetworkPolicy> policy : graph.objects(NetworkPolicy.class)) {
                Located<NetworkPolicySpec> spec = spec(policy);
                for (Workload workload : spec.isPresent() ? selected(graph, spec) : List.<Workload>of()) {
                    Grouped.add(policies, workload, spec);
                }
            }
            return new Selecting(policies);
        }

        private static List<Workload> selected(ResourceGraph graph, Located<NetworkPolicySpec> spec) {
            LabelSelector selector = spec.get().getPodSelector();
            return graph.selectedBy(spec.object().namespace(), selector == null ? new LabelSelector() : selector);
        }
    }

    private static boolean closes(NetworkPolicySpec spec, String direction) {
        if (spec.getPolicyTypes() != null && !spec.getPolicyTypes().isEmpty()) {
            return spec.getPolicyTypes().contains(direction);
        }
        return direction.equals("Ingress")
                || (spec.getEgress() != null && !spec.getEgress().isEmpty());
    }

    static List<Located<NetworkPolicyIngressRule>> in(Located<NetworkPolicySpec> spec) {
        return spec.items("ingress", spec.get().getIngress());
    }

    static List<Located<NetworkPolicyEgressRule>> out(Located<NetworkPolicySpec> spec) {
        return spec.items("egress", spec.get().getEgress());
    }

    /** Whether these peers may be the pods of a workload; what cannot be known, such as an address, may. */
    static boolean mayBe(@Nullable List<NetworkPolicyPeer> peers, Workload workload) {
        if (peers == null || peers.isEmpty()) {
            return true;
        }
        for (NetworkPolicyPeer peer : peers) {
            if (peer != null && mayBe(peer, workload)) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayBe(NetworkPolicyPeer peer, Workload workload) {
        return peer.getIpBlock() != null
                || (isOwn(peer.getNamespaceSelector(), workload)
                        && (peer.getPodSelector() == null
                                || Selectors.selects(peer.getPodSelector(), workload.labels())));
    }

    /** Whether one of these ports is a port that the pods of a workload declare; where they declare none, it may be. */
    static boolean reach(@Nullable List<NetworkPolicyPort> ports, Workload workload) {
        if (ports == null || ports.isEmpty()) {
            return true;
        }
        boolean declared = false;
        for (PodContainer container : workload.containers()) {
            for (Located<ContainerPort> port : container.ports()) {
                declared = true;
                if (reach(ports, port.get())) {
                    return true;
                }
            }
        }
        return !declared;
    }

    private static boolean reach(List<NetworkPolicyPort> ports, ContainerPort declared) {
        for (NetworkPolicyPort port : ports) {
            if (port != null && isOrHolds(port, declared)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOrHolds(NetworkPolicyPort port, ContainerPort declared) {
        if (!Ports.protocol(port.getProtocol()).equals(Ports.protocol(declared.getProtocol()))) {
            return false;
        }
        if (port.getPort() == null) {
            return true;
        }
        Integer first = port.getPort().getIntVal();
        Integer number = declared.getContainerPort();
        if (first == null || number == null) {
            return port.getPort().getStrVal() != null
                    && port.getPort().getStrVal().equals(declared.getName());
        }
        int last = port.getEndPort() == null ? first : port.getEndPort();
        return first <= number && number <= last;
    }

    /** Whether one of these peers may be in another namespace, where the cluster's DNS is. */
    static boolean mayBeElsewhere(@Nullable List<NetworkPolicyPeer> peers, Workload workload) {
        if (peers == null
                || peers.isEmpty()
                || "kube-system".equals(workload.ref().namespace())) {
            return true;
        }
        for (NetworkPolicyPeer peer : peers) {
            if (peer != null && (peer.getIpBlock() != null || peer.getNamespaceSelector() != null)) {
                return true;
            }
        }
        return false;
    }

    /** Every namespace has a label with its name; its others are not known here. */
    private static boolean isOwn(@Nullable LabelSelector namespaces, Workload workload) {
        Map<String, String> labels = namespaces == null ? null : namespaces.getMatchLabels();
        String wanted = labels == null ? null : labels.get("kubernetes.io/metadata.name");
        return wanted == null
                || ResourceGraph.sameNamespace(wanted, workload.ref().namespace());
    }
}
