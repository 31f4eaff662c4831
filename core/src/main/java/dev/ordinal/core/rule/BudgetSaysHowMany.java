package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.ResourceGraph;
import java.util.function.Consumer;

/** A disruption budget says how many pods may go. */
final class BudgetSaysHowMany implements Rule {
    @Override
    public String about() {
        return """
                A disruption budget has `maxUnavailable` or `minAvailable`. The API server takes one without either; the
                controller then expects no pods at all and allows no eviction, so that every drain waits for ever.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Budget budget : Budgets.of(graph).all()) {
            if (!budget.minAvailable().isPresent() && !budget.maxUnavailable().isPresent()) {
                found.accept(budget.maxUnavailable()
                        .error(
                                name(),
                                "neither maxUnavailable nor minAvailable",
                                "the controller allows no eviction of the pods that it selects, so a drain of their nodes"
                                        + " waits for ever",
                                "write maxUnavailable: 1"));
            }
        }
    }
}
