package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SelectorLabelsStayTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              selector: {matchLabels: {app: orders-db, app.kubernetes.io/version: "18.1"}}
              template: {}
              volumeClaimTemplates: [{metadata: {name: data, labels: {app: orders-db}}}]
            """;

    private final Rule rule = new SelectorLabelsStay();

    @Test
    void a_version_in_the_selector_is_reported() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.selector.matchLabels[app.kubernetes.io/version]
                                 found  app.kubernetes.io/version: 18.1
                                 why    this place cannot be changed on a live StatefulSet, so the API server refuses the upgrade that
                                        changes the label
                                 fix    remove the label here; the metadata of the set and of its pods may carry it
                                 rule   SelectorLabelsStay""");
    }

    @Test
    void a_chart_on_a_claim_template_is_reported() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(", app.kubernetes.io/version: \"18.1\"", "")
                                .replace("labels: {app: orders-db}", "labels: {helm.sh/chart: postgres-18.1}")))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.volumeClaimTemplates[0].metadata.labels[helm.sh/chart]
                                 found  helm.sh/chart: postgres-18.1
                                 why    this place cannot be changed on a live StatefulSet, so the API server refuses the upgrade that
                                        changes the label
                                 fix    remove the label here; the metadata of the set and of its pods may carry it
                                 rule   SelectorLabelsStay""");
    }

    @Test
    void labels_that_stay_are_accepted() {
        assertThat(judge(rule, EXAMPLE.replace(", app.kubernetes.io/version: \"18.1\"", "")))
                .isEmpty();
    }
}
