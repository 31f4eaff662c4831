package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReservedLabelsAreUnusedTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              selector: {matchLabels: {app: orders-db}}
              template:
                metadata: {labels: {app: orders-db, apps.kubernetes.io/pod-index: "0"}}
            """;

    private final Rule rule = new ReservedLabelsAreUnused();

    @Test
    void a_label_of_the_controller_in_the_template_is_reported() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.template.metadata.labels
                                 found  "apps.kubernetes.io/pod-index"
                                 why    the controller writes this label on each pod itself, so the value never takes effect
                                 fix    remove the label apps.kubernetes.io/pod-index
                                 rule   ReservedLabelsAreUnused""");
    }

    @Test
    void one_in_the_selector_is_refused() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "matchLabels: {app: orders-db}",
                                "matchLabels: {app: orders-db, apps.kubernetes.io/pod-index: \"0\"}")))
                .isEqualTo(
                        """
                        ERROR    StatefulSet orders-db  spec.selector.matchLabels
                                 found  "apps.kubernetes.io/pod-index"
                                 why    the controller writes this label on each pod with another value, so the pods no longer match
                                        the selector of their own set
                                 fix    remove the label apps.kubernetes.io/pod-index from the selector and from the template
                                 rule   ReservedLabelsAreUnused""");
    }

    @Test
    void other_labels_are_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("apps.kubernetes.io/pod-index: \"0\"", "tier: data")))
                .isEmpty();
    }
}
