package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BudgetExistsTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              replicas: 3
              selector: {matchLabels: {app: orders-db}}
              template: {metadata: {labels: {app: orders-db}}}
            """;

    private final Rule rule = new BudgetExists();

    @Test
    void a_set_of_several_without_a_budget_is_reported() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db
                                 found  no PodDisruptionBudget
                                 why    a drain of several nodes may evict any number of the 3 members at once
                                 fix    add a PodDisruptionBudget with maxUnavailable: 1 and selector: {matchLabels: {app: orders-db}}
                                 rule   BudgetExists""");
    }

    @Test
    void a_budget_that_selects_it_is_accepted() {
        assertThat(
                        judge(
                                rule,
                                EXAMPLE
                                        + """
                ---
                kind: PodDisruptionBudget
                metadata: {name: orders-db}
                spec: {maxUnavailable: 1, selector: {matchLabels: {app: orders-db}}}
                """))
                .isEmpty();
    }

    @Test
    void a_single_member_needs_none() {
        assertThat(judge(rule, EXAMPLE.replace("replicas: 3", "replicas: 1"))).isEmpty();
    }
}
