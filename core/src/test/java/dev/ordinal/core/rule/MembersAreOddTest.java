package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MembersAreOddTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              replicas: 4
              template: {metadata: {labels: {app: orders-db}}, spec: {containers: [{image: "zookeeper:3.9"}]}}
            """;

    private final Rule rule = new MembersAreOdd();

    @Test
    void an_even_number_is_reported() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.replicas
                                 found  4
                                 why    a majority of 4 is 3, so 4 members survive no more losses than 3 do, and there is one more
                                        that can fail
                                 fix    write replicas: 5
                                 rule   MembersAreOdd""");
    }

    @Test
    void two_are_reported() {
        assertThat(judge(rule, EXAMPLE.replace("replicas: 4", "replicas: 2")))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.replicas
                                 found  2
                                 why    a majority of 2 is 2, so 2 members survive no more losses than 1 alone, and there is one more
                                        that can fail
                                 fix    write replicas: 3
                                 rule   MembersAreOdd""");
    }

    @Test
    void an_odd_number_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("replicas: 4", "replicas: 5"))).isEmpty();
    }

    @Test
    void others_need_no_majority() {
        assertThat(judge(rule, EXAMPLE.replace("zookeeper:3.9", "cassandra:5.0")))
                .isEmpty();
    }
}
