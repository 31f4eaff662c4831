package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LivenessIsSlowerThanReadinessTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              template:
                spec:
                  containers:
                    - name: postgres
                      livenessProbe: {tcpSocket: {port: 5432}}
                      readinessProbe: {tcpSocket: {port: 5432}}
            """;

    private final Rule rule = new LivenessIsSlowerThanReadiness();

    @Test
    void the_same_question_with_the_same_patience_is_reported() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.template.spec.containers[0].livenessProbe
                                 found  the readiness probe's question, and a kill after 30 seconds
                                 why    a member that is not ready for 30 seconds is killed, although waiting would do
                                 fix    raise failureThreshold to 6 or more, or ask only whether the process is alive
                                 rule   LivenessIsSlowerThanReadiness""");
    }

    @Test
    void more_patience_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("livenessProbe: {", "livenessProbe: {failureThreshold: 6, ")))
                .isEmpty();
    }

    @Test
    void another_question_is_accepted() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "readinessProbe: {tcpSocket: {port: 5432}}",
                                "readinessProbe: {exec: {command: [pg_isready]}}")))
                .isEmpty();
    }
}
