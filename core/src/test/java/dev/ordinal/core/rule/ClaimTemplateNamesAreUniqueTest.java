package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClaimTemplateNamesAreUniqueTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              template: {}
              volumeClaimTemplates:
                - metadata: {name: data}
                - metadata: {name: data}
            """;

    private final Rule rule = new ClaimTemplateNamesAreUnique();

    @Test
    void the_second_of_two_equal_names_is_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        ERROR    StatefulSet orders-db  spec.volumeClaimTemplates[1].metadata.name
                                 found  "data"
                                 why    an earlier claim template has that name; each pod gets one claim for both, so one of the two
                                        volumes never exists
                                 fix    give this claim template a name of its own, or remove it
                                 rule   ClaimTemplateNamesAreUnique""");
    }

    @Test
    void different_names_are_accepted() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "{name: data}\n    - metadata: {name: data}",
                                "{name: data}\n    - metadata: {name: wal}")))
                .isEmpty();
    }
}
