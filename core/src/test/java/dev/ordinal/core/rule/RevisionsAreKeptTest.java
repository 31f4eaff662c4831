package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RevisionsAreKeptTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              replicas: 3
              revisionHistoryLimit: 0
              template: {}
            """;

    private final Rule rule = new RevisionsAreKept();

    @Test
    void none_is_reported() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.revisionHistoryLimit
                                 found  0
                                 why    no old revision is kept, so kubectl rollout undo has nothing to go back to
                                 fix    remove it for the default of 10
                                 rule   RevisionsAreKept""");
    }

    @Test
    void some_are_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("Limit: 0", "Limit: 2"))).isEmpty();
    }
}
