package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StopFitsIntoGraceTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              template:
                spec:
                  terminationGracePeriodSeconds: 20
                  containers:
                    - name: redis
                      lifecycle: {preStop: {exec: {command: [sh, -c, "redis-cli failover; sleep 20"]}}}
            """;

    private final Rule rule = new StopFitsIntoGrace();

    @Test
    void a_sleep_as_long_as_the_grace_is_reported() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.template.spec.containers[0].lifecycle.preStop
                                 found  20 seconds of sleep
                                 why    the grace period is 20 seconds and the hook uses it up, so the process is killed without a
                                        clean stop
                                 fix    set terminationGracePeriodSeconds to 20 plus the time of a clean stop, or sleep less
                                 rule   StopFitsIntoGrace""");
    }

    @Test
    void the_default_is_thirty() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace("      terminationGracePeriodSeconds: 20\n", "")
                                .replace(
                                        "exec: {command: [sh, -c, \"redis-cli failover; sleep 20\"]}",
                                        "sleep: {seconds: 30}")))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.template.spec.containers[0].lifecycle.preStop
                                 found  30 seconds of sleep
                                 why    the grace period is 30 seconds and the hook uses it up, so the process is killed without a
                                        clean stop
                                 fix    set terminationGracePeriodSeconds to 30 plus the time of a clean stop, or sleep less
                                 rule   StopFitsIntoGrace""");
    }

    @Test
    void a_shorter_sleep_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("sleep 20", "sleep 5"))).isEmpty();
    }

    @Test
    void what_the_api_server_refuses_is_left_to_it() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "exec: {command: [sh, -c, \"redis-cli failover; sleep 20\"]}", "sleep: {seconds: 30}")))
                .isEmpty();
    }

    @Test
    void a_word_that_holds_sleep_is_none() {
        assertThat(judge(rule, EXAMPLE.replace("; sleep 20", "; nosleep 20"))).isEmpty();
    }
}
