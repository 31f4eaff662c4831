package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PolicySelectsPodsTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: zk, namespace: shop}
            spec:
              replicas: 3
              selector: {matchLabels: {app: zk}}
              template: {metadata: {labels: {app: zk}}}
            ---
            kind: NetworkPolicy
            metadata: {name: zk, namespace: shop}
            spec:
              podSelector: {matchLabels: {app: zookeeper}}
              policyTypes: [Ingress]
              ingress:
                - from: [{podSelector: {matchLabels: {app: web}}}]
            """;

    private final Rule rule = new PolicySelectsPods();

    @Test
    void a_policy_for_nobody_is_reported() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  NetworkPolicy shop/zk  spec.podSelector
                                 found  {app: zookeeper}
                                 why    no workload of this manifest makes such pods, so everybody may talk to those that were meant
                                 fix    select the labels of a pod template in this namespace, such as matchLabels: {app: zk}
                                 rule   PolicySelectsPods""");
    }

    @Test
    void a_policy_for_pods_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("app: zookeeper", "app: zk"))).isEmpty();
    }

    @Test
    void a_policy_for_all_pods_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("{matchLabels: {app: zookeeper}}", "{}")))
                .isEmpty();
    }

    @Test
    void nothing_is_said_of_a_namespace_without_workloads() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "metadata: {name: zk, namespace: shop}\nspec:\n  podSelector",
                                "metadata: {name: zk, namespace: bank}\nspec:\n  podSelector")))
                .isEmpty();
    }
}
