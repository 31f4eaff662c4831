package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadinessProbeExistsTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              template:
                spec:
                  containers:
                    - name: postgres
                      image: postgres:18.1
            """;

    private final Rule rule = new ReadinessProbeExists();

    @Test
    void a_set_without_a_readiness_probe_is_reported() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.template.spec.containers[0].readinessProbe
                                 found  nothing
                                 why    a member counts as ready when its process has started, so an update goes on to the next one
                                        before this one serves
                                 fix    add a readinessProbe that asks this member alone, such as a ping of its own port
                                 rule   ReadinessProbeExists""");
    }

    @Test
    void a_readiness_probe_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("image: postgres:18.1", "readinessProbe: {tcpSocket: {port: 5432}}")))
                .isEmpty();
    }

    @Test
    void a_deployment_is_left_alone() {
        assertThat(judge(rule, EXAMPLE.replace("StatefulSet", "Deployment"))).isEmpty();
    }
}
