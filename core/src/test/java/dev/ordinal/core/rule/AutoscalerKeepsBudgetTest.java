package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AutoscalerKeepsBudgetTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              replicas: 3
              template: {metadata: {labels: {app: orders-db}}}
            ---
            kind: HorizontalPodAutoscaler
            metadata: {name: orders}
            spec: {minReplicas: 2, maxReplicas: 9, scaleTargetRef: {kind: StatefulSet, name: orders-db}}
            ---
            kind: PodDisruptionBudget
            metadata: {name: orders}
            spec: {minAvailable: 2, selector: {matchLabels: {app: orders-db}}}
            """;

    private final Rule rule = new AutoscalerKeepsBudget();

    @Test
    void a_budget_that_keeps_the_smallest_number_is_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        ERROR    HorizontalPodAutoscaler orders  spec.minReplicas
                                 found  2
                                 why    with 2 pods PodDisruptionBudget orders lets none of StatefulSet orders-db go, so a drain of
                                        their nodes waits for ever
                                 fix    raise minReplicas, or write maxUnavailable: 1 in the budget
                                 rule   AutoscalerKeepsBudget""");
    }

    @Test
    void a_number_that_is_left_out_is_one() {
        assertThat(judge(rule, EXAMPLE.replace("minReplicas: 2, ", "").replace("minAvailable: 2", "minAvailable: 1")))
                .isEqualTo(
                        """
                        ERROR    HorizontalPodAutoscaler orders  spec.minReplicas
                                 found  nothing, which is 1
                                 why    with 1 pod PodDisruptionBudget orders lets none of StatefulSet orders-db go, so a drain of
                                        their nodes waits for ever
                                 fix    raise minReplicas, or write maxUnavailable: 1 in the budget
                                 rule   AutoscalerKeepsBudget""");
    }

    @Test
    void a_larger_number_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("minReplicas: 2", "minReplicas: 3")))
                .isEmpty();
    }

    @Test
    void max_unavailable_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("minAvailable: 2", "maxUnavailable: 1")))
                .isEmpty();
    }
}
