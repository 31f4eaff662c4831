package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AutoscalerOwnsReplicasTest {
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
            """;

    private final Rule rule = new AutoscalerOwnsReplicas();

    @Test
    void a_number_beside_an_autoscaler_is_reported() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.replicas
                                 found  3
                                 why    HorizontalPodAutoscaler orders scales it, and every apply of this manifest sets it back to 3
                                 fix    remove replicas, and write minReplicas in the autoscaler
                                 rule   AutoscalerOwnsReplicas""");
    }

    @Test
    void one_in_a_deployment_is_reported() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace("kind: StatefulSet\n", "kind: Deployment\n")
                                .replace("kind: StatefulSet,", "kind: Deployment,")))
                .isEqualTo(
                        """
                        WARNING  Deployment orders-db  spec.replicas
                                 found  3
                                 why    HorizontalPodAutoscaler orders scales it, and every apply of this manifest sets it back to 3
                                 fix    remove replicas, and write minReplicas in the autoscaler
                                 rule   AutoscalerOwnsReplicas""");
    }

    @Test
    void no_number_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("  replicas: 3\n", ""))).isEmpty();
    }

    @Test
    void a_set_without_autoscaler_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("name: orders-db}}", "name: others}}")))
                .isEmpty();
    }
}
