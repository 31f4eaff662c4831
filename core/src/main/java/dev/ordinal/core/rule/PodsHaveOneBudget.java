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
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** No pod is counted by two disruption budgets. */
final class PodsHaveOneBudget implements Rule {
    @Override
    public String about() {
        return """
                No two disruption budgets select the same pods. The eviction API cannot serve two at once: it answers
                every eviction of such a pod with an error, and drains of its node never end.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        if (Budgets.of(graph).all().size() < 2) {
            return;
        }
        List<Budget> ordered = new ArrayList<>(Budgets.of(graph).all());
        ordered.sort(Comparator.comparing(budget -> budget.budget().object()));
        Map<Budget, Integer> places = new HashMap<>();
        for (Budget budget : ordered) {
            places.put(budget, places.size());
        }
        for (Budget one : ordered) {
            for (Workload shared : new LinkedHashSet<>(one.workloads())) {
                for (Budget other : Budgets.of(graph).of(shared)) {
                    if (places.getOrDefault(other, 0) < places.getOrDefault(one, 0)) {
                        found.accept(finding(one.budget(), other, shared));
                    }
                }
            }
        }
    }

    private Diagnostic finding(Located<PodDisruptionBudget> one, Budget other, Workload shared) {
        Located<LabelSelector> selector =
                one.field("spec", PodDisruptionBudget::getSpec).field("selector", PodDisruptionBudgetSpec::getSelector);
        return selector.error(
                name(),
                Text.found(selector),
                other.budget().object() + " selects the pods of " + shared.ref()
                        + " too; the eviction API answers with an error, so their nodes cannot be drained",
                "remove one of the two budgets, or narrow its selector");
    }
}
