package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PodsBelongToOneSetTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              selector: {matchLabels: {app: orders}}
              template: {metadata: {labels: {app: orders}}}
            ---
            kind: Deployment
            metadata: {name: orders-web}
            spec:
              selector: {matchLabels: {app: orders}}
              template: {metadata: {labels: {app: orders}}}
            """;

    private final Rule rule = new PodsBelongToOneSet();

    @Test
    void two_workloads_that_select_each_other_are_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        ERROR    StatefulSet orders-db  spec.selector
                                 found  {app: orders}
                                 why    it selects the pods of Deployment orders-web too, and that selects the pods of this one;
                                        whatever goes by these labels takes the two for one
                                 fix    add a label to both selectors and templates that tells the two apart, such as
                                        app.kubernetes.io/component
                                 rule   PodsBelongToOneSet""");
    }

    @Test
    void one_that_selects_the_other_is_a_warning() {
        assertThat(
                        judge(
                                rule,
                                EXAMPLE.replace(
                                        "{name: orders-web}\nspec:\n  selector: {matchLabels: {app: orders}}\n  template: {metadata: {labels: {app: orders}}}",
                                        "{name: orders-web}\nspec:\n  selector: {matchLabels: {app: orders, tier: web}}\n  template: {metadata: {labels: {app: orders, tier: web}}}")))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.selector
                                 found  {app: orders}
                                 why    it selects the pods of Deployment orders-web too, so a Service or a budget by these labels
                                        counts both
                                 fix    add a label to both selectors and templates that tells the two apart, such as
                                        app.kubernetes.io/component
                                 rule   PodsBelongToOneSet""");
    }

    @Test
    void different_labels_are_accepted() {
        assertThat(
                        judge(
                                rule,
                                EXAMPLE.replace(
                                        "{name: orders-web}\nspec:\n  selector: {matchLabels: {app: orders}}\n  template: {metadata: {labels: {app: orders}}}",
                                        "{name: orders-web}\nspec:\n  selector: {matchLabels: {app: web}}\n  template: {metadata: {labels: {app: web}}}")))
                .isEmpty();
    }

    @Test
    void different_namespaces_are_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("{name: orders-web}", "{name: orders-web, namespace: bank}")))
                .isEmpty();
    }
}
