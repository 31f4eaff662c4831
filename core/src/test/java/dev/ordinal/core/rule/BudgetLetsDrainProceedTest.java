package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BudgetLetsDrainProceedTest {
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
              minAvailable: 3
            """;

    private final Rule rule = new BudgetLetsDrainProceed();

    @Test
    void as_many_available_as_there_are_is_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        ERROR    PodDisruptionBudget orders-db  spec.minAvailable
                                 found  3
                                 why    it selects 3 pods and lets none of them go, so a drain of their nodes waits for ever
                                 fix    write maxUnavailable: 1 in place of it, or remove the budget
                                 rule   BudgetLetsDrainProceed""");
    }

    @Test
    void a_percentage_that_rounds_up_to_all_is_refused() {
        assertThat(judge(rule, EXAMPLE.replace("minAvailable: 3", "minAvailable: 67%")))
                .isEqualTo(
                        """
                        ERROR    PodDisruptionBudget orders-db  spec.minAvailable
                                 found  "67%"
                                 why    it selects 3 pods and lets none of them go, so a drain of their nodes waits for ever
                                 fix    write maxUnavailable: 1 in place of it, or remove the budget
                                 rule   BudgetLetsDrainProceed""");
    }

    @Test
    void none_unavailable_is_refused_without_any_pods() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace("minAvailable: 3", "maxUnavailable: 0")
                                .replace(
                                        "metadata: {name: orders-db}\nspec:\n  selector: {matchLabels: {app: orders-db}}\n  maxUnavailable",
                                        "metadata: {name: orders-db, namespace: other}\nspec:\n  maxUnavailable")))
                .isEqualTo(
                        """
                        ERROR    PodDisruptionBudget other/orders-db  spec.maxUnavailable
                                 found  0
                                 why    it lets no pod go, however many there are, so a drain of their nodes waits for ever
                                 fix    write maxUnavailable: 1 in place of it, or remove the budget
                                 rule   BudgetLetsDrainProceed""");
    }

    @Test
    void one_pod_of_one_is_refused() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace("minAvailable: 3", "minAvailable: 1").replace("replicas: 3", "replicas: 1")))
                .isEqualTo(
                        """
                        ERROR    PodDisruptionBudget orders-db  spec.minAvailable
                                 found  1
                                 why    it selects 1 pod and does not let it go, so a drain of its node waits for ever
                                 fix    write maxUnavailable: 1 in place of it, or remove the budget
                                 rule   BudgetLetsDrainProceed""");
    }

    @Test
    void one_of_three_may_go() {
        assertThat(judge(rule, EXAMPLE.replace("minAvailable: 3", "minAvailable: 2")))
                .isEmpty();
    }

    @Test
    void a_third_of_three_may_go() {
        assertThat(judge(rule, EXAMPLE.replace("minAvailable: 3", "maxUnavailable: 1%")))
                .isEmpty();
    }

    @Test
    void a_set_that_is_scaled_is_left_alone() {
        assertThat(
                        judge(
                                rule,
                                EXAMPLE
                                        + """
                ---
                kind: HorizontalPodAutoscaler
                metadata: {name: orders-db}
                spec: {scaleTargetRef: {kind: StatefulSet, name: orders-db}}
                """))
                .isEmpty();
    }
}
