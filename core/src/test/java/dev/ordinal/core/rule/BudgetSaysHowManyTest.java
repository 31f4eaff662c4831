package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BudgetSaysHowManyTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              replicas: 3
              template: {metadata: {labels: {app: orders-db}}}
            ---
            kind: PodDisruptionBudget
            metadata: {name: orders}
            spec: {selector: {matchLabels: {app: orders-db}}}
            """;

    private final Rule rule = new BudgetSaysHowMany();

    @Test
    void a_budget_without_a_number_is_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        ERROR    PodDisruptionBudget orders  spec.maxUnavailable
                                 found  neither maxUnavailable nor minAvailable
                                 why    the controller allows no eviction of the pods that it selects, so a drain of their nodes waits
                                        for ever
                                 fix    write maxUnavailable: 1
                                 rule   BudgetSaysHowMany""");
    }

    @Test
    void a_number_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("spec: {selector", "spec: {maxUnavailable: 1, selector")))
                .isEmpty();
    }
}
