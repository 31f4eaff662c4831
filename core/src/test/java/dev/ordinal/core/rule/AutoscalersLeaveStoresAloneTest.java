package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AutoscalersLeaveStoresAloneTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              replicas: 3
              template: {metadata: {labels: {app: orders-db}}, spec: {containers: [{image: mongo:8.0}]}}
            ---
            kind: HorizontalPodAutoscaler
            metadata: {name: orders}
            spec: {minReplicas: 2, maxReplicas: 9, scaleTargetRef: {kind: StatefulSet, name: orders-db}}
            """;

    private final Rule rule = new AutoscalersLeaveStoresAlone();

    @Test
    void an_autoscaler_of_a_store_is_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        ERROR    HorizontalPodAutoscaler orders  spec.scaleTargetRef.name
                                 found  StatefulSet orders-db of "mongo:8.0"
                                 why    a member that load adds is empty or unknown to the others, and one that load removes takes its
                                        vote and its copy of the data with it
                                 fix    remove the autoscaler, and scale the members by hand when data moves with them
                                 rule   AutoscalersLeaveStoresAlone""");
    }

    @Test
    void a_set_of_ones_own_image_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("mongo:8.0", "registry.example/worker:1")))
                .isEmpty();
    }

    @Test
    void a_deployment_holds_no_members() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace("kind: StatefulSet\n", "kind: Deployment\n")
                                .replace("kind: StatefulSet,", "kind: Deployment,")))
                .isEmpty();
    }
}
