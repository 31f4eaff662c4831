package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MatchLabelKeysAreNotSelectedTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              template:
                spec:
                  topologySpreadConstraints:
                    - topologyKey: kubernetes.io/hostname
                      labelSelector: {matchLabels: {app: orders-db}}
                      matchLabelKeys: [app]
            """;

    private final Rule rule = new MatchLabelKeysAreNotSelected();

    @Test
    void a_label_in_both_is_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        ERROR    StatefulSet orders-db  spec.template.spec.topologySpreadConstraints[0].matchLabelKeys[0]
                                 found  "app"
                                 why    the labelSelector names this label too; the API server takes the template and refuses every
                                        pod of it
                                 fix    remove it here, or remove it from the labelSelector
                                 rule   MatchLabelKeysAreNotSelected""");
    }

    @Test
    void a_label_of_an_expression_counts() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "{matchLabels: {app: orders-db}}",
                                "{matchExpressions: [{key: app, operator: Exists}]}")))
                .isEqualTo(
                        """
                        ERROR    StatefulSet orders-db  spec.template.spec.topologySpreadConstraints[0].matchLabelKeys[0]
                                 found  "app"
                                 why    the labelSelector names this label too; the API server takes the template and refuses every
                                        pod of it
                                 fix    remove it here, or remove it from the labelSelector
                                 rule   MatchLabelKeysAreNotSelected""");
    }

    @Test
    void a_key_alone_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("[app]", "[controller-revision-hash]")))
                .isEmpty();
    }
}
