package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.PodContainer;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.ContainerPort;
import java.util.function.Consumer;

/** Members that take ports of their node are never two on one node. */
final class HostPortsDoNotClash implements Rule {
    @Override
    public String about() {
        return """
                A StatefulSet of several members that use `hostNetwork` or a `hostPort` keeps them on different nodes by a
                required anti-affinity on `kubernetes.io/hostname`. A port of a node is there
                once: a second member stays Pending for as long as no other node is free. With `hostNetwork` a member's name
                leads to its node's address too, so whatever listens there answers in its place.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            if (Sets.replicas(set) > 1) {
                check(set, found);
            }
        }
    }

    private void check(Workload set, Consumer<Diagnostic> found) {
        Located<Boolean> network = set.pod().step("hostNetwork", set.podSpec().getHostNetwork());
        if (network.or(false)) {
            if (!Spread.isOnePerNode(set)) {
                found.accept(finding(set, network, "true"));
            }
            return;
        }
        for (PodContainer container : set.appContainers()) {
            for (Located<ContainerPort> port : container.ports()) {
                Located<Integer> host = port.step("hostPort", port.get().getHostPort());
                if (host.or(0) > 0 && !Spread.isOnePerNode(set)) {
                    found.accept(finding(set, host, host.get().toString()));
                }
            }
        }
    }

    private Diagnostic finding(Workload set, Located<?> place, String value) {
        return place.warning(
                name(),
                value + ", with " + Sets.replicas(set) + " members that may share a node",
                "the port of a node is there once, so the second member for a node stays Pending",
                "remove it, or add a required podAntiAffinity on kubernetes.io/hostname that selects "
                        + Text.labels(Sets.identity(set)));
    }
}
