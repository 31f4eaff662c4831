package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PodsAreSpreadTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              replicas: 3
              selector: {matchLabels: {app: orders-db}}
              template:
                metadata: {labels: {app: orders-db}}
                spec: {}
            """;

    private final Rule rule = new PodsAreSpread();

    @Test
    void several_members_that_may_share_a_node_are_reported() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.template.spec.topologySpreadConstraints
                                 found  nothing that keeps the members apart
                                 why    all 3 members may run on one node and fail with it
                                 fix    add a constraint: {maxSkew: 1, topologyKey: kubernetes.io/hostname, whenUnsatisfiable:
                                        ScheduleAnyway, labelSelector: {matchLabels: {app: orders-db}}}
                                 rule   PodsAreSpread""");
    }

    @Test
    void an_anti_affinity_to_others_does_not_count() {
        assertThat(
                        judge(
                                rule,
                                EXAMPLE.replace(
                                        "spec: {}",
                                        "spec: {affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{topologyKey: kubernetes.io/hostname, labelSelector: {matchLabels: {app: zk}}}]}}}")))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.template.spec.topologySpreadConstraints
                                 found  nothing that keeps the members apart
                                 why    all 3 members may run on one node and fail with it
                                 fix    add a constraint: {maxSkew: 1, topologyKey: kubernetes.io/hostname, whenUnsatisfiable:
                                        ScheduleAnyway, labelSelector: {matchLabels: {app: orders-db}}}
                                 rule   PodsAreSpread""");
    }

    @Test
    void a_spread_constraint_is_accepted() {
        assertThat(
                        judge(
                                rule,
                                EXAMPLE.replace(
                                        "spec: {}",
                                        "spec: {topologySpreadConstraints: [{labelSelector: {matchLabels: {app: orders-db}}}]}")))
                .isEmpty();
    }

    @Test
    void an_anti_affinity_is_accepted() {
        assertThat(
                        judge(
                                rule,
                                EXAMPLE.replace(
                                        "spec: {}",
                                        "spec: {affinity: {podAntiAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{podAffinityTerm: {labelSelector: {matchLabels: {app: orders-db}}}}]}}}")))
                .isEmpty();
    }

    @Test
    void a_single_member_needs_none() {
        assertThat(judge(rule, EXAMPLE.replace("replicas: 3", "replicas: 1"))).isEmpty();
    }
}
