package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LivenessAsksOneMemberTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: search}
            spec:
              template:
                spec:
                  containers:
                    - name: search
                      image: elasticsearch:9.2.1
                      livenessProbe: {httpGet: {path: "/_cluster/health?timeout=1s", port: 9200}}
            """;

    private final Rule rule = new LivenessAsksOneMember();

    @Test
    void a_question_to_the_cluster_is_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  StatefulSet search  spec.template.spec.containers[0].livenessProbe
                                 found  "/_cluster/health"
                                 why    while the cluster has no leader or no majority, the members that are well are killed too, and
                                        none gets to the end of its recovery
                                 fix    ask only whether this process answers, and leave the cluster to the readiness probe
                                 rule   LivenessAsksOneMember""");
    }

    @Test
    void a_question_to_the_member_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("timeout=1s", "local=true"))).isEmpty();
    }

    @Test
    void an_open_port_is_accepted() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "httpGet: {path: \"/_cluster/health?timeout=1s\", port: 9200}",
                                "tcpSocket: {port: 9200}")))
                .isEmpty();
    }

    @Test
    void the_readiness_probe_may_ask() {
        assertThat(judge(rule, EXAMPLE.replace("livenessProbe", "readinessProbe")))
                .isEmpty();
    }
}
