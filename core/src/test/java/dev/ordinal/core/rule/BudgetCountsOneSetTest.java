package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BudgetCountsOneSetTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              template: {metadata: {labels: {app: orders-db, tier: data}}}
            ---
            kind: StatefulSet
            metadata: {name: orders-queue}
            spec:
              template: {metadata: {labels: {app: orders-queue, tier: data}}}
            ---
            kind: PodDisruptionBudget
            metadata: {name: orders}
            spec: {maxUnavailable: 1, selector: {matchLabels: {tier: data}}}
            """;

    private final Rule rule = new BudgetCountsOneSet();

    @Test
    void a_budget_for_two_sets_is_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  PodDisruptionBudget orders  spec.selector
                                 found  {tier: data}, which selects pods of orders-db and orders-queue
                                 why    their members are counted together, so the majority of each is not protected
                                 fix    write one budget for each set, with a selector of its own
                                 rule   BudgetCountsOneSet""");
    }

    @Test
    void a_budget_for_one_set_is_accepted() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "selector: {matchLabels: {tier: data}}", "selector: {matchLabels: {app: orders-db}}")))
                .isEmpty();
    }
}
