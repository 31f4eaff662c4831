package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpreadSelectsOwnPodsTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: zk}
            spec:
              selector: {matchLabels: {app.kubernetes.io/name: zk}}
              template:
                metadata: {labels: {app.kubernetes.io/name: zk}}
                spec:
                  topologySpreadConstraints:
                    - labelSelector: {matchLabels: {app: zk}}
            """;

    private final Rule rule = new SpreadSelectsOwnPods();

    @Test
    void a_constraint_that_does_not_select_the_own_pods_is_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        ERROR    StatefulSet zk  spec.template.spec.topologySpreadConstraints[0].labelSelector
                                 found  {app: zk}
                                 why    it does not select the pods of this template, so it has no effect on where they run
                                 fix    set labelSelector to {matchLabels: {app.kubernetes.io/name: zk}}
                                 rule   SpreadSelectsOwnPods""");
    }

    @Test
    void a_constraint_without_a_selector_is_refused() {
        assertThat(judge(rule, EXAMPLE.replace("labelSelector: {matchLabels: {app: zk}}", "maxSkew: 1")))
                .isEqualTo(
                        """
                        ERROR    StatefulSet zk  spec.template.spec.topologySpreadConstraints[0].labelSelector
                                 found  nothing
                                 why    it does not select the pods of this template, so it has no effect on where they run
                                 fix    set labelSelector to {matchLabels: {app.kubernetes.io/name: zk}}
                                 rule   SpreadSelectsOwnPods""");
    }

    @Test
    void an_anti_affinity_to_nothing_in_sight_is_a_warning() {
        assertThat(
                        judge(
                                rule,
                                EXAMPLE.replace(
                                        "topologySpreadConstraints:\n        - labelSelector: {matchLabels: {app: zk}}",
                                        "affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{labelSelector: {matchLabels: {app: zk}}}]}}")))
                .isEqualTo(
                        """
                        WARNING  StatefulSet zk  spec.template.spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].labelSelector
                                 found  {app: zk}
                                 why    it does not select the pods of this template, nor any other of this manifest; unless there are
                                        such pods already, it has no effect
                                 fix    set labelSelector to {matchLabels: {app.kubernetes.io/name: zk}}
                                 rule   SpreadSelectsOwnPods""");
    }

    @Test
    void an_anti_affinity_to_another_workload_is_accepted() {
        assertThat(
                        judge(
                                rule,
                                EXAMPLE.replace(
                                                "topologySpreadConstraints:\n        - labelSelector: {matchLabels: {app: zk}}",
                                                "affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution: [{labelSelector: {matchLabels: {app: zk}}}]}}")
                                        + """
                ---
                kind: Deployment
                spec: {template: {metadata: {labels: {app: zk}}}}
                """))
                .isEmpty();
    }

    @Test
    void the_own_labels_are_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("{app: zk}", "{app.kubernetes.io/name: zk}")))
                .isEmpty();
    }
}
