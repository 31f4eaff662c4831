package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.ResourceGraph;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** A disruption budget lets at least one pod go. */
final class BudgetLetsDrainProceed implements Rule {
    /** Enough pods that any budget except none at all lets one go. */
    private static final int MANY = 1_000_000;

    @Override
    public String about() {
        return """
                A disruption budget lets at least one pod go while all are healthy. Otherwise `kubectl drain` waits for
                ever, and with it every node upgrade. Percentages round up: of three pods, `minAvailable: 67%` keeps all three.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Budget budget : Budgets.of(graph).all()) {
            int pods = budget.pods().orElse(0);
            if (isNone(budget, MANY)) {
                found.accept(finding(budget, "it lets no pod go, however many there are, so a drain of their nodes"));
            } else if (pods > 0 && isNone(budget, pods)) {
                String fact = pods == 1
                        ? "it selects 1 pod and does not let it go, so a drain of its node"
                        : "it selects " + pods + " pods and lets none of them go, so a drain of their nodes";
                found.accept(finding(budget, fact));
            }
        }
    }

    private static boolean isNone(Budget budget, int pods) {
        OptionalInt allowed = budget.allowed(pods);
        return allowed.isPresent() && allowed.getAsInt() <= 0;
    }

    private Diagnostic finding(Budget budget, String fact) {
        return budget.limit()
                .error(
                        name(),
                        Text.found(budget.limit().get()),
                        fact + " waits for ever",
                        "write maxUnavailable: 1 in place of it, or remove the budget");
    }
}
