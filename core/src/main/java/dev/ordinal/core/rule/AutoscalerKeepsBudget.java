package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import java.util.List;
import java.util.function.Consumer;

/** A workload at its smallest still lets a pod go. */
final class AutoscalerKeepsBudget implements Rule {
    @Override
    public String about() {
        return """
                At the smallest size that an autoscaler may choose, the disruption budget of the workload still lets one pod go.
                Otherwise drains of nodes wait for ever as soon as there is little to do. `minReplicas` is 1 where it is left
                out.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Autoscaler scaler : Autoscaler.of(graph)) {
            Workload workload = scaler.workload();
            int least = scaler.least().or(1);
            if (workload == null || least <= 0) {
                continue;
            }
            for (Budget budget : Budgets.of(graph).of(workload)) {
                if (budget.workloads().equals(List.of(workload))
                        && budget.allowed(least).orElse(1) == 0) {
                    found.accept(finding(scaler, budget, workload));
                }
            }
        }
    }

    private Diagnostic finding(Autoscaler scaler, Budget budget, Workload workload) {
        int least = scaler.least().or(1);
        return scaler.least()
                .error(
                        name(),
                        scaler.least().isPresent() ? String.valueOf(least) : "nothing, which is 1",
                        "with " + least + (least == 1 ? " pod " : " pods ")
                                + budget.budget().object() + " lets none of " + workload.ref()
                                + " go, so a drain of their nodes waits for ever",
                        "raise minReplicas, or write maxUnavailable: 1 in the budget");
    }
}
