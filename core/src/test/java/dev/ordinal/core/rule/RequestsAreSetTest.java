package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestsAreSetTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              template:
                spec:
                  containers:
                    - name: postgres
                      resources: {requests: {cpu: 500m}}
            """;

    private final Rule rule = new RequestsAreSet();

    @Test
    void a_missing_request_is_reported() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.template.spec.containers[0].resources.requests
                                 found  no request for memory
                                 why    the scheduler counts this container as needing none, and on a crowded node its pod is the
                                        first to suffer
                                 fix    request what it needs, such as requests: {cpu: 500m, memory: 1Gi}
                                 rule   RequestsAreSet""");
    }

    @Test
    void no_request_at_all_is_reported_once() {
        assertThat(judge(rule, EXAMPLE.replace("resources: {requests: {cpu: 500m}}", "image: postgres:18.1")))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.template.spec.containers[0].resources.requests
                                 found  no request for cpu and memory
                                 why    the scheduler counts this container as needing none, and on a crowded node its pod is the
                                        first to suffer
                                 fix    request what it needs, such as requests: {cpu: 500m, memory: 1Gi}
                                 rule   RequestsAreSet""");
    }

    @Test
    void both_requests_are_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("cpu: 500m", "cpu: 500m, memory: 1Gi")))
                .isEmpty();
    }

    @Test
    void a_limit_stands_for_a_request() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace("{requests: {cpu: 500m}}", "{requests: {cpu: 500m}, limits: {memory: 1Gi}}")))
                .isEmpty();
    }

    @Test
    void requests_of_the_pod_count() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "      containers:",
                                "      resources: {requests: {cpu: 1, memory: 2Gi}}\n      containers:")))
                .isEmpty();
    }
}
