package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PodsHaveOneBudgetTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              replicas: 3
              selector: {matchLabels: {app: orders-db}}
              template: {metadata: {labels: {app: orders-db}}}
            ---
            kind: PodDisruptionBudget
            metadata: {name: orders-db}
            spec:
              selector: {matchLabels: {app: orders-db}}
            ---
            kind: PodDisruptionBudget
            metadata: {name: shop}
            spec:
              selector: {}
            """;

    private final Rule rule = new PodsHaveOneBudget();

    @Test
    void two_budgets_for_the_same_pods_are_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        ERROR    PodDisruptionBudget shop  spec.selector
                                 found  {}
                                 why    PodDisruptionBudget orders-db selects the pods of StatefulSet orders-db too; the eviction API
                                        answers with an error, so their nodes cannot be drained
                                 fix    remove one of the two budgets, or narrow its selector
                                 rule   PodsHaveOneBudget""");
    }

    @Test
    void two_budgets_for_different_pods_are_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("selector: {}", "selector: {matchLabels: {app: web}}")))
                .isEmpty();
    }
}
