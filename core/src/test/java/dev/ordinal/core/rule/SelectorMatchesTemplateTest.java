package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SelectorMatchesTemplateTest {
    static final String EXAMPLE =
            """
            kind: Deployment
            metadata: {name: orders-db}
            spec:
              selector: {matchLabels: {app: orders-db}}
              template: {metadata: {labels: {app: orders}}}
            """;

    private final Rule rule = new SelectorMatchesTemplate();

    @Test
    void a_template_with_another_label_is_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        ERROR    Deployment orders-db  spec.template.metadata.labels
                                 found  {app: orders}
                                 why    the API server refuses it: the selector {app: orders-db} does not select the pods of this
                                        template
                                 fix    label the template with {app: orders-db}
                                 rule   SelectorMatchesTemplate""");
    }

    @Test
    void a_template_without_labels_is_refused() {
        assertThat(judge(rule, EXAMPLE.replace("labels: {app: orders}", "labels: {}")))
                .isEqualTo(
                        """
                        ERROR    Deployment orders-db  spec.template.metadata.labels
                                 found  nothing
                                 why    the API server refuses it: the selector {app: orders-db} does not select the pods of this
                                        template
                                 fix    label the template with {app: orders-db}
                                 rule   SelectorMatchesTemplate""");
    }

    @Test
    void a_stateful_set_is_left_to_the_server() {
        assertThat(judge(rule, EXAMPLE.replace("Deployment", "StatefulSet"))).isEmpty();
    }

    @Test
    void a_template_with_more_labels_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("labels: {app: orders}", "labels: {app: orders-db, tier: data}")))
                .isEmpty();
    }

    @Test
    void expressions_are_left_to_the_server() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "matchLabels: {app: orders-db}", "matchExpressions: [{key: app, operator: Like}]")))
                .isEmpty();
    }
}
