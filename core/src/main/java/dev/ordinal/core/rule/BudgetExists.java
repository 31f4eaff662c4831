package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import java.util.function.Consumer;

/** A StatefulSet of several members has a disruption budget. */
final class BudgetExists implements Rule {
    @Override
    public String about() {
        return """
                A StatefulSet of several members has a disruption budget that selects its pods. Without one, a drain of
                several nodes, as in every cluster upgrade, may evict a majority of the members at once.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            if (Sets.replicas(set) > 1 && Budgets.of(graph).of(set).isEmpty()) {
                found.accept(finding(set));
            }
        }
    }

    private Diagnostic finding(Workload set) {
        return set.owner()
                .warning(
                        name(),
                        "no PodDisruptionBudget",
                        "a drain of several nodes may evict any number of the " + Sets.replicas(set)
                                + " members at once",
                        "add a PodDisruptionBudget with maxUnavailable: 1 and selector: {matchLabels: "
                                + Text.labels(Sets.identity(set)) + "}");
    }
}
