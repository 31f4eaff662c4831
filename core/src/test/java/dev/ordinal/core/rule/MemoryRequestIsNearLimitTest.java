package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryRequestIsNearLimitTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              template:
                spec:
                  containers:
                    - name: db
                      resources: {requests: {memory: 256Mi}, limits: {memory: 8Gi}}
                      volumeMounts: [{name: data, mountPath: /data}]
              volumeClaimTemplates:
                - metadata: {name: data}
            """;

    private final Rule rule = new MemoryRequestIsNearLimit();

    @Test
    void a_request_far_below_the_limit_is_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.template.spec.containers[0].resources.requests.memory
                                 found  "256Mi", with a limit of "8Gi"
                                 why    what the store uses above its request makes it the first to be evicted or killed when the node
                                        runs short of memory
                                 fix    request what it may use: memory: 8Gi
                                 rule   MemoryRequestIsNearLimit""");
    }

    @Test
    void half_of_the_limit_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("256Mi", "4Gi"))).isEmpty();
    }

    @Test
    void what_holds_no_data_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("volumeMounts: [{name: data", "volumeMounts: [{name: other")))
                .isEmpty();
    }

    @Test
    void no_limit_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace(", limits: {memory: 8Gi}", ""))).isEmpty();
    }
}
