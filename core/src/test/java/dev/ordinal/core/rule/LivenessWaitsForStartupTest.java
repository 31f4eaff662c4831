package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LivenessWaitsForStartupTest {
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
              volumeClaimTemplates: [{metadata: {name: data}}]
            """;

    private final Rule rule = new LivenessWaitsForStartup();

    @Test
    void a_kill_after_half_a_minute_is_reported() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.template.spec.containers[0].livenessProbe
                                 found  a kill after 30 seconds, and no startupProbe
                                 why    recovery after a crash that takes longer is killed and begins anew, for ever
                                 fix    add a startupProbe with failureThreshold: 60, which holds this probe back until the first
                                        success
                                 rule   LivenessWaitsForStartup""");
    }

    @Test
    void the_delay_counts() {
        assertThat(judge(rule, EXAMPLE.replace("livenessProbe: {", "livenessProbe: {initialDelaySeconds: 60, ")))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.template.spec.containers[0].livenessProbe
                                 found  a kill after 90 seconds, and no startupProbe
                                 why    recovery after a crash that takes longer is killed and begins anew, for ever
                                 fix    add a startupProbe with failureThreshold: 60, which holds this probe back until the first
                                        success
                                 rule   LivenessWaitsForStartup""");
    }

    @Test
    void a_long_delay_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("livenessProbe: {", "livenessProbe: {initialDelaySeconds: 90, ")))
                .isEmpty();
    }

    @Test
    void a_startup_probe_is_accepted() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "livenessProbe: {",
                                "startupProbe: {tcpSocket: {port: 5432}}\n          livenessProbe: {")))
                .isEmpty();
    }

    @Test
    void a_set_without_data_is_left_alone() {
        assertThat(judge(rule, EXAMPLE.replace("[{metadata: {name: data}}]", "[]")))
                .isEmpty();
    }
}
