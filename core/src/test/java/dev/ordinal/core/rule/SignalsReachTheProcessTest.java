package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignalsReachTheProcessTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              template:
                spec:
                  containers:
                    - name: redis
                      command: [sh, -c, "cp /conf/redis.conf /data && redis-server /data/redis.conf"]
            """;

    private final Rule rule = new SignalsReachTheProcess();

    @Test
    void a_script_that_stays_is_reported() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.template.spec.containers[0].command[2]
                                 found  a script of several commands without exec
                                 why    the shell does not pass the signal to stop on, so the process is killed when the grace period
                                        is over, at every restart
                                 fix    write exec before the last command; around a loop, trap TERM and wait
                                 rule   SignalsReachTheProcess""");
    }

    @Test
    void a_script_among_the_arguments_is_reported() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "command: [sh, -c, \"", "command: [/bin/bash]\n          args: [-ec, \"set -e; ")))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.template.spec.containers[0].args[1]
                                 found  a script of several commands without exec
                                 why    the shell does not pass the signal to stop on, so the process is killed when the grace period
                                        is over, at every restart
                                 fix    write exec before the last command; around a loop, trap TERM and wait
                                 rule   SignalsReachTheProcess""");
    }

    @Test
    void exec_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("&& redis", "&& exec redis"))).isEmpty();
    }

    @Test
    void a_trap_is_accepted() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace("&& redis-server /data/redis.conf", "&& trap stop TERM; redis-server & wait")))
                .isEmpty();
    }

    @Test
    void a_single_command_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("cp /conf/redis.conf /data && ", "")))
                .isEmpty();
    }

    @Test
    void a_script_in_a_file_is_not_judged() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "sh, -c, \"cp /conf/redis.conf /data && redis-server /data/redis.conf\"",
                                "sh, /scripts/start.sh, now")))
                .isEmpty();
    }

    @Test
    void a_command_over_several_lines_is_one() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "cp /conf/redis.conf /data && redis-server",
                                "redis-server --a \\\\\\n  --b=$(hostname | cut -c1-3)")))
                .isEmpty();
    }
}
