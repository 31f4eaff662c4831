package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BudgetKeepsQuorumTest {
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
              maxUnavailable: 2
            """;

    private final Rule rule = new BudgetKeepsQuorum();

    @Test
    void a_budget_that_lets_a_majority_go_is_reported() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  PodDisruptionBudget orders-db  spec.maxUnavailable
                                 found  2
                                 why    it lets 2 of the 3 pods of StatefulSet orders-db go at once; 2 must stay for a majority
                                 fix    write maxUnavailable: 1
                                 rule   BudgetKeepsQuorum""");
    }

    @Test
    void a_percentage_is_rounded_as_the_controller_does() {
        assertThat(judge(rule, EXAMPLE.replace("maxUnavailable: 2", "maxUnavailable: 34%")))
                .isEqualTo(
                        """
                        WARNING  PodDisruptionBudget orders-db  spec.maxUnavailable
                                 found  "34%"
                                 why    it lets 2 of the 3 pods of StatefulSet orders-db go at once; 2 must stay for a majority
                                 fix    write maxUnavailable: 1
                                 rule   BudgetKeepsQuorum""");
    }

    @Test
    void too_few_available_is_the_same() {
        assertThat(judge(rule, EXAMPLE.replace("maxUnavailable: 2", "minAvailable: 1")))
                .isEqualTo(
                        """
                        WARNING  PodDisruptionBudget orders-db  spec.minAvailable
                                 found  1
                                 why    it lets 2 of the 3 pods of StatefulSet orders-db go at once; 2 must stay for a majority
                                 fix    write maxUnavailable: 1
                                 rule   BudgetKeepsQuorum""");
    }

    @Test
    void a_minority_may_go() {
        assertThat(judge(rule, EXAMPLE.replace("maxUnavailable: 2", "maxUnavailable: 1")))
                .isEmpty();
    }

    @Test
    void two_of_five_may_go() {
        assertThat(judge(rule, EXAMPLE.replace("replicas: 3", "replicas: 5"))).isEmpty();
    }

    @Test
    void an_even_number_is_no_sign_of_a_quorum() {
        assertThat(judge(rule, EXAMPLE.replace("replicas: 3", "replicas: 2"))).isEmpty();
    }
}
