package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BudgetSelectsPodsTest {
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
              maxUnavailable: 1
              selector: {matchLabels: {app: orders}}
            """;

    private final Rule rule = new BudgetSelectsPods();

    @Test
    void a_budget_for_no_pods_is_reported() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  PodDisruptionBudget orders-db  spec.selector
                                 found  {app: orders}
                                 why    no workload of this manifest makes such pods, so a drain may evict any number of them at once
                                 fix    select the labels of a pod template in this namespace, such as matchLabels: {app: orders-db}
                                 rule   BudgetSelectsPods""");
    }

    @Test
    void a_budget_without_a_selector_is_reported() {
        assertThat(judge(rule, EXAMPLE.replace("  selector: {matchLabels: {app: orders}}\n", "")))
                .isEqualTo(
                        """
                        WARNING  PodDisruptionBudget orders-db  spec.selector
                                 found  nothing
                                 why    no workload of this manifest makes such pods, so a drain may evict any number of them at once
                                 fix    select the labels of a pod template in this namespace, such as matchLabels: {app: orders-db}
                                 rule   BudgetSelectsPods""");
    }

    @Test
    void a_budget_for_a_set_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("{app: orders}", "{app: orders-db}")))
                .isEmpty();
    }

    @Test
    void a_namespace_without_workloads_is_left_alone() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "Budget\nmetadata: {name: orders-db}",
                                "Budget\nmetadata: {name: orders-db, namespace: bank}")))
                .isEmpty();
    }
}
