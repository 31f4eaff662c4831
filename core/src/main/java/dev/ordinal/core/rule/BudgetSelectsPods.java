package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetSpec;
import java.util.function.Consumer;

/** A disruption budget selects pods of the manifest. */
final class BudgetSelectsPods implements Rule {
    @Override
    public String about() {
        return """
                A disruption budget selects pods of a workload in its namespace of the manifest. One that selects nothing
                protects nothing, and nobody is told. It is a warning only, because a budget may stand for pods that something else
                makes; where the namespace has no workloads in the manifest, nothing is said.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Budget budget : Budgets.of(graph).all()) {
            String namespace = budget.budget().object().namespace();
            if (budget.workloads().isEmpty() && !graph.workloadsIn(namespace).isEmpty()) {
                found.accept(finding(budget.budget(), Sets.anyIdentity(graph, namespace)));
            }
        }
    }

    private Diagnostic finding(Located<PodDisruptionBudget> budget, String labels) {
        Located<LabelSelector> selector = budget.field("spec", PodDisruptionBudget::getSpec)
                .field("selector", PodDisruptionBudgetSpec::getSelector);
        return selector.warning(
                name(),
                Text.found(selector),
                "no workload of this manifest makes such pods, so a drain may evict any number of them at once",
                "select the labels of a pod template in this namespace, such as matchLabels: " + labels);
    }
}
