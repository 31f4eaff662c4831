package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** A disruption budget counts the pods of one StatefulSet. */
final class BudgetCountsOneSet implements Rule {
    @Override
    public String about() {
        return """
                A disruption budget selects the pods of one StatefulSet, not of several. It counts all that it selects together:
                the members of one set that are left make up for those that another one lacks, so that a majority of neither is
                protected, or a trouble in one keeps the nodes of the other from being drained.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Budget budget : Budgets.of(graph).all()) {
            List<String> sets = new ArrayList<>();
            for (Workload workload : budget.workloads()) {
                if (workload.isStatefulSet() && !sets.contains(workload.ref().name())) {
                    sets.add(workload.ref().name());
                }
            }
            sets.sort(Comparator.naturalOrder());
            if (sets.size() > 1) {
                found.accept(finding(budget.budget(), sets));
            }
        }
    }

    private Diagnostic finding(Located<PodDisruptionBudget> budget, List<String> sets) {
        Located<LabelSelector> selector = budget.field("spec", PodDisruptionBudget::getSpec)
                .field("selector", PodDisruptionBudgetSpec::getSelector);
        return selector.warning(
                name(),
                Text.found(selector) + ", which selects pods of " + String.join(" and ", sets),
                "their members are counted together, so the majority of each is not protected",
                "write one budget for each set, with a selector of its own");
    }
}
