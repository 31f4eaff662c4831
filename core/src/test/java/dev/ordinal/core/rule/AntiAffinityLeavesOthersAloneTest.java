package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AntiAffinityLeavesOthersAloneTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              replicas: 3
              selector: {matchLabels: {app: orders-db}}
              template:
                metadata: {labels: {app: orders-db, team: orders}}
                spec:
                  affinity:
                    podAntiAffinity:
                      requiredDuringSchedulingIgnoredDuringExecution:
                        - {topologyKey: kubernetes.io/hostname, labelSelector: {matchLabels: {team: orders}}}
            ---
            kind: Deployment
            metadata: {name: orders}
            spec:
              selector: {matchLabels: {app: orders}}
              template: {metadata: {labels: {app: orders, team: orders}}}
            """;

    private final Rule rule = new AntiAffinityLeavesOthersAlone();

    @Test
    void a_selector_that_is_too_wide_is_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.template.spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].labelSelector
                                 found  {team: orders}, which selects the pods of Deployment orders too
                                 why    no member runs where one of those does, so members stay Pending although nodes are free
                                 fix    select the set's own pods only: {matchLabels: {app: orders-db}}
                                 rule   AntiAffinityLeavesOthersAlone""");
    }

    @Test
    void the_sets_own_pods_are_accepted() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "labelSelector: {matchLabels: {team: orders}}",
                                "labelSelector: {matchLabels: {app: orders-db}}")))
                .isEmpty();
    }

    @Test
    void a_selector_that_is_about_others_on_purpose_is_accepted() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "labelSelector: {matchLabels: {team: orders}}",
                                "labelSelector: {matchLabels: {app: orders}}")))
                .isEmpty();
    }

    @Test
    void a_preference_is_accepted() {
        assertThat(
                        judge(
                                rule,
                                EXAMPLE.replace(
                                        "requiredDuringSchedulingIgnoredDuringExecution:\n            - {topologyKey: kubernetes.io/hostname, labelSelector: {matchLabels: {team: orders}}}",
                                        "preferredDuringSchedulingIgnoredDuringExecution:\n            - {weight: 1, podAffinityTerm: {topologyKey: kubernetes.io/hostname, labelSelector: {matchLabels: {team: orders}}}}")))
                .isEmpty();
    }

    @Test
    void others_of_another_namespace_are_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("{name: orders}", "{name: orders, namespace: other}")))
                .isEmpty();
    }
}
