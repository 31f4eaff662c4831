package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UpdatesWaitForSyncTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: events}
            spec:
              replicas: 3
              template:
                spec:
                  containers:
                    - {name: kafka, image: "apache/kafka:4.1.0", readinessProbe: {tcpSocket: {port: 9092}}}
            """;

    private final Rule rule = new UpdatesWaitForSync();

    @Test
    void an_open_port_as_the_only_sign_is_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  StatefulSet events  spec.minReadySeconds
                                 found  nothing, which is 0
                                 why    the open port of "apache/kafka:4.1.0" does not say that the member has caught up, and the
                                        update takes the next one at once
                                 fix    write minReadySeconds: 30, or a readiness probe that asks whether the member is in sync
                                 rule   UpdatesWaitForSync""");
    }

    @Test
    void time_to_catch_up_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("replicas: 3", "replicas: 3\n  minReadySeconds: 30")))
                .isEmpty();
    }

    @Test
    void a_real_question_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("tcpSocket: {port: 9092}", "exec: {command: [/in-sync.sh]}")))
                .isEmpty();
    }

    @Test
    void one_member_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("replicas: 3", "replicas: 1"))).isEmpty();
    }

    @Test
    void other_images_are_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("apache/kafka:4.1.0", "nginx:1.29.0")))
                .isEmpty();
    }
}
