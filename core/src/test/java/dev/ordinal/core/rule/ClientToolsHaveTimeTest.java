package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientToolsHaveTimeTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              template:
                spec:
                  containers:
                    - name: cassandra
                      readinessProbe: {exec: {command: [sh, -c, "nodetool status | grep UN"]}}
            """;

    private final Rule rule = new ClientToolsHaveTime();

    @Test
    void a_tool_with_the_default_second_is_reported() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.template.spec.containers[0].readinessProbe.timeoutSeconds
                                 found  nothing, which is 1, for nodetool
                                 why    on a busy node the tool takes longer to start than that, and the probe fails although the
                                        member is well
                                 fix    set timeoutSeconds: 10, and a periodSeconds above it
                                 rule   ClientToolsHaveTime""");
    }

    @Test
    void a_tool_by_its_path_is_reported() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "[sh, -c, \"nodetool status | grep UN\"]}",
                                "[/opt/kafka/bin/kafka-topics.sh, --list]}, timeoutSeconds: 1")))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.template.spec.containers[0].readinessProbe.timeoutSeconds
                                 found  1, for kafka-topics.sh
                                 why    on a busy node the tool takes longer to start than that, and the probe fails although the
                                        member is well
                                 fix    set timeoutSeconds: 10, and a periodSeconds above it
                                 rule   ClientToolsHaveTime""");
    }

    @Test
    void time_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("UN\"]}", "UN\"]}, timeoutSeconds: 10")))
                .isEmpty();
    }

    @Test
    void other_commands_are_not_judged() {
        assertThat(judge(rule, EXAMPLE.replace("nodetool status", "my-nodetool-like status")))
                .isEmpty();
    }
}
