package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServiceLinksDoNotClashTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: kafka}
            spec:
              template:
                spec:
                  containers:
                    - name: broker
                      env: [{name: KAFKA_LOG_DIRS, value: /var/lib/kafka/data}]
            ---
            kind: Service
            metadata: {name: kafka}
            spec: {selector: {app: kafka}}
            """;

    private final Rule rule = new ServiceLinksDoNotClash();

    @Test
    void a_service_with_the_prefix_of_a_variable_is_reported() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  StatefulSet kafka  spec.template.spec.enableServiceLinks
                                 found  nothing
                                 why    Service kafka puts KAFKA_PORT=tcp://... into these containers, which take settings named
                                        KAFKA_...
                                 fix    set enableServiceLinks: false
                                 rule   ServiceLinksDoNotClash""");
    }

    @Test
    void links_that_are_switched_on_are_reported() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace("      containers:", "      enableServiceLinks: true\n      containers:")))
                .isEqualTo(
                        """
                        WARNING  StatefulSet kafka  spec.template.spec.enableServiceLinks
                                 found  true
                                 why    Service kafka puts KAFKA_PORT=tcp://... into these containers, which take settings named
                                        KAFKA_...
                                 fix    set enableServiceLinks: false
                                 rule   ServiceLinksDoNotClash""");
    }

    @Test
    void links_that_are_switched_off_are_accepted() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace("      containers:", "      enableServiceLinks: false\n      containers:")))
                .isEmpty();
    }

    @Test
    void a_headless_service_makes_no_variables() {
        assertThat(judge(
                        rule, EXAMPLE.replace("{selector: {app: kafka}}", "{clusterIP: None, selector: {app: kafka}}")))
                .isEmpty();
    }

    @Test
    void a_service_of_another_name_is_accepted() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace("metadata: {name: kafka}\nspec: {sel", "metadata: {name: broker}\nspec: {sel")))
                .isEmpty();
    }
}
