package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import java.util.function.Consumer;

/** The members of a StatefulSet are kept apart. */
final class PodsAreSpread implements Rule {
    @Override
    public String about() {
        return """
                A StatefulSet of several members keeps them apart, by a spread constraint or an anti-affinity term that
                selects its own pods. Otherwise the scheduler may put all of them on one node, and one failure takes the whole
                cluster of the application.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            if (Sets.replicas(set) > 1 && !isSpread(set)) {
                found.accept(finding(set));
            }
        }
    }

    private static boolean isSpread(Workload set) {
        for (Spread spread : Spread.of(set)) {
            if (spread.selects(set)) {
                return true;
            }
        }
        return false;
    }

    private Diagnostic finding(Workload set) {
        return set.pod()
                .field("topologySpreadConstraints", pod -> pod.getTopologySpreadConstraints())
                .warning(
                        name(),
                        "nothing that keeps the members apart",
                        "all " + Sets.replicas(set) + " members may run on one node and fail with it",
                        "add a constraint: {maxSkew: 1, topologyKey: kubernetes.io/hostname, whenUnsatisfiable:"
                                + " ScheduleAnyway, labelSelector: {matchLabels: "
                                + Text.labels(Sets.identity(set)) + "}}");
    }
}
