package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PriorityComesFromClassTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              template:
                spec:
                  priority: 1000
            """;

    private final Rule rule = new PriorityComesFromClass();

    @Test
    void a_number_by_hand_is_reported() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.template.spec.priority
                                 found  1000
                                 why    the API server computes this number from the class, and refuses every pod that has another one
                                 fix    remove priority, and name a priorityClassName
                                 rule   PriorityComesFromClass""");
    }

    @Test
    void a_class_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("priority: 1000", "priorityClassName: high")))
                .isEmpty();
    }
}
