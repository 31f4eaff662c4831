package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RollingUpdateSaysHowTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              replicas: 3
              updateStrategy: {type: RollingUpdate}
              template: {}
            """;

    private final Rule rule = new RollingUpdateSaysHow();

    @Test
    void a_type_without_its_block_is_reported() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.updateStrategy.type
                                 found  "RollingUpdate" without rollingUpdate
                                 why    a pod that is lost during an update may come back with the old revision
                                 fix    remove updateStrategy, or add rollingUpdate: {partition: 0}
                                 rule   RollingUpdateSaysHow""");
    }

    @Test
    void a_block_is_accepted() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace("type: RollingUpdate", "type: RollingUpdate, rollingUpdate: {partition: 0}")))
                .isEmpty();
    }

    @Test
    void nothing_at_all_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("  updateStrategy: {type: RollingUpdate}\n", "")))
                .isEmpty();
    }
}
