package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GraceIsNotZeroTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              template:
                spec: {terminationGracePeriodSeconds: 0}
            """;

    private final Rule rule = new GraceIsNotZero();

    @Test
    void no_time_to_stop_is_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        ERROR    StatefulSet orders-db  spec.template.spec.terminationGracePeriodSeconds
                                 found  0
                                 why    a pod is killed without a clean stop, and its successor may start while the old process still
                                        runs: two members with one identity
                                 fix    remove it for the default of 30, or write how long a clean stop takes
                                 rule   GraceIsNotZero""");
    }

    @Test
    void one_second_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("Seconds: 0", "Seconds: 1"))).isEmpty();
    }

    @Test
    void the_default_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("terminationGracePeriodSeconds: 0", "")))
                .isEmpty();
    }
}
