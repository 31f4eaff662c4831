package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetSpec;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** No pod is counted by two disruption budgets. */
final class PodsHaveOneBudget implements Rule {
    @Override
    public String about() {
        return """
                No two disruption budgets select the same pods. The eviction API cannot serve two at once: it answers
                every eviction of such a pod with an error, and drains of its node never end.""";
    }

    @Override
    public Stream<Diagnostic> check(ResourceGraph graph) {
        Comparator<Budget> order = Comparator.comparing(b -> b.budget().object());
        Map<Budget, Integer> places = new LinkedHashMap<>();
        Budget.of(graph).sorted(order).forEach(budget -> places.put(budget, places.size()));
        return places.keySet().stream().flatMap(one -> one.workloads().stream()
                .distinct()
                .flatMap(shared -> Budgets.of(graph).of(shared).stream()
                        .filter(other -> places.getOrDefault(other, 0) < places.getOrDefault(one, 0))
                        .map(other -> finding(one.budget(), other, shared))));
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
