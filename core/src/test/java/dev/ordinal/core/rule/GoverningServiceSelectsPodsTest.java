package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GoverningServiceSelectsPodsTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              serviceName: orders-db
              selector: {matchLabels: {app: orders-db}}
              template: {metadata: {labels: {app: orders-db, tier: data}}}
            ---
            kind: Service
            metadata: {name: orders-db}
            spec: {clusterIP: None, selector: {app: orders}}
            """;

    private final Rule rule = new GoverningServiceSelectsPods();

    @Test
    void a_selector_with_another_label_is_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        ERROR    Service orders-db  spec.selector
                                 found  {app: orders}
                                 why    this Service governs StatefulSet orders-db but selects none of its pods, which are labelled
                                        {app: orders-db, tier: data}, so orders-db-0.orders-db will not resolve
                                 fix    set the selector to {app: orders-db}
                                 rule   GoverningServiceSelectsPods""");
    }

    @Test
    void an_absent_selector_is_refused() {
        assertThat(judge(rule, EXAMPLE.replace(", selector: {app: orders}", "")))
                .isEqualTo(
                        """
                        ERROR    Service orders-db  spec.selector
                                 found  nothing
                                 why    this Service governs StatefulSet orders-db but selects none of its pods, which are labelled
                                        {app: orders-db, tier: data}, so orders-db-0.orders-db will not resolve
                                 fix    set the selector to {app: orders-db}
                                 rule   GoverningServiceSelectsPods""");
    }

    @Test
    void a_part_of_the_labels_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("{app: orders}", "{tier: data}")))
                .isEmpty();
    }

    @Test
    void endpoints_that_somebody_else_keeps_are_accepted() {
        String endpoints =
                """
                ---
                kind: Endpoints
                metadata: {name: orders-db}
                """;

        assertThat(judge(rule, EXAMPLE.replace(", selector: {app: orders}", "") + endpoints))
                .isEmpty();
        assertThat(judge(rule, EXAMPLE + endpoints)).startsWith("ERROR");
    }
}
