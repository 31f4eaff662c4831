package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import java.util.function.Consumer;

/** A disruption budget keeps the majority of an odd number of members. */
final class BudgetKeepsQuorum implements Rule {
    @Override
    public String about() {
        return """
                The disruption budget of a StatefulSet with an odd number of members, three or more, keeps a majority of
                them. Who runs three or five members mostly does so for a quorum, and a drain of several nodes at once would break
                it. It is a warning, because not every such set votes.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Budget budget : Budgets.of(graph).all()) {
            if (budget.workloads().size() == 1 && budget.workloads().get(0).isStatefulSet()) {
                check(budget, found);
            }
        }
    }

    private void check(Budget budget, Consumer<Diagnostic> found) {
        Workload set = budget.workloads().get(0);
        int members = budget.pods().orElse(0);
        int spare = (members - 1) / 2;
        int allowed = budget.allowed(members).orElse(0);
        if (members >= 3 && members % 2 == 1 && allowed > spare) {
            found.accept(budget.limit()
                    .warning(
                            name(),
                            Text.found(budget.limit().get()),
                            "it lets " + allowed + " of the " + members + " pods of " + set.ref() + " go at once; "
                                    + (spare + 1) + " must stay for a majority",
                            "write maxUnavailable: 1"));
        }
    }
}
