package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AutoscalerFindsTargetTest {
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
            spec: {minReplicas: 2, maxReplicas: 9, scaleTargetRef: {kind: StatefulSet, name: orders}}
            """;

    private final Rule rule = new AutoscalerFindsTarget();

    @Test
    void a_target_that_is_not_there_is_reported() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  HorizontalPodAutoscaler orders  spec.scaleTargetRef.name
                                 found  StatefulSet orders
                                 why    this manifest has no such workload, so the autoscaler scales nothing
                                 fix    name StatefulSet orders-db, or remove the autoscaler
                                 rule   AutoscalerFindsTarget""");
    }

    @Test
    void another_kind_of_that_name_does_not_count() {
        assertThat(judge(rule, EXAMPLE.replace("StatefulSet, name: orders}", "Deployment, name: orders-db}")))
                .isEqualTo(
                        """
                        WARNING  HorizontalPodAutoscaler orders  spec.scaleTargetRef.name
                                 found  Deployment orders-db
                                 why    this manifest has no such workload, so the autoscaler scales nothing
                                 fix    name StatefulSet orders-db, or remove the autoscaler
                                 rule   AutoscalerFindsTarget""");
    }

    @Test
    void the_workload_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("StatefulSet, name: orders}", "StatefulSet, name: orders-db}")))
                .isEmpty();
    }

    @Test
    void a_kind_of_somebodys_own_is_not_judged() {
        assertThat(judge(rule, EXAMPLE.replace("StatefulSet, name: orders}", "Cluster, name: orders}")))
                .isEmpty();
    }

    @Test
    void nothing_is_said_of_a_namespace_without_workloads() {
        assertThat(judge(
                        rule, EXAMPLE.replace("metadata: {name: orders}", "metadata: {name: orders, namespace: shop}")))
                .isEmpty();
    }
}
