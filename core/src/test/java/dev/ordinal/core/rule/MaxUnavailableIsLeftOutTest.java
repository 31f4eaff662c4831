package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaxUnavailableIsLeftOutTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              replicas: 3
              updateStrategy: {rollingUpdate: {maxUnavailable: 2}}
              template: {}
            """;

    private final Rule rule = new MaxUnavailableIsLeftOut();

    @Test
    void a_number_is_reported() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.updateStrategy.rollingUpdate.maxUnavailable
                                 found  2
                                 why    a 1.36 API server drops it without a word, and pods are updated one at a time
                                 fix    remove maxUnavailable
                                 rule   MaxUnavailableIsLeftOut""");
    }

    @Test
    void a_block_without_it_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("maxUnavailable: 2", "partition: 0")))
                .isEmpty();
    }
}
