package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NameLeavesRoomForRevisionTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata:
              name: orders-database-of-the-shop-in-the-north-eastern-region
            spec:
              template: {}
            """;

    private final Rule rule = new NameLeavesRoomForRevision();

    @Test
    void a_name_of_53_characters_or_more_is_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        ERROR    StatefulSet orders-database-of-the-shop-in-the-north-eastern-region  metadata.name
                                 found  "orders-database-of-the-shop-in-the-north-eastern-region"
                                 why    the label controller-revision-hash of its pods has up to 66 characters; above 63 the API
                                        server refuses every pod of the set
                                 fix    shorten the name to 52 characters or fewer
                                 rule   NameLeavesRoomForRevision""");
    }

    @Test
    void a_name_of_52_characters_is_accepted() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "orders-database-of-the-shop-in-the-north-eastern-region",
                                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")))
                .isEmpty();
    }
}
