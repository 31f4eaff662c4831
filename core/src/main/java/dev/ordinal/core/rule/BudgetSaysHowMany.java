package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.ResourceGraph;
import java.util.stream.Stream;

/** A disruption budget says how many pods may go. */
final class BudgetSaysHowMany implements Rule {
    @Override
    public String about() {
        return """
                A disruption budget has `maxUnavailable` or `minAvailable`. The API server takes one without either; the
                controller then expects no pods at all and allows no eviction, so that every drain waits for ever.""";
    }

    @Override
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return Budget.of(graph)
                .filter(budget -> !budget.minAvailable().isPresent()
                        && !budget.maxUnavailable().isPresent())
                .map(budget -> budget.maxUnavailable()
                        .error(
                                name(),
                                "neither maxUnavailable nor minAvailable",
                                "the controller allows no eviction of the pods that it selects, so a drain of their nodes"
                                        + " waits for ever",
                                "write maxUnavailable: 1"));
    }
}
