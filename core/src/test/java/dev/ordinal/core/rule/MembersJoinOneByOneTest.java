package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MembersJoinOneByOneTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: ring}
            spec:
              replicas: 3
              podManagementPolicy: Parallel
              template:
                spec:
                  containers:
                    - {name: cassandra, image: "cassandra:5.0.4"}
            """;

    private final Rule rule = new MembersJoinOneByOne();

    @Test
    void cassandra_started_all_at_once_is_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  StatefulSet ring  spec.podManagementPolicy
                                 found  Parallel, with "cassandra:5.0.4"
                                 why    all 3 members of a new cluster start at once, where each should find the one before it: some
                                        fail, or begin a cluster of their own
                                 fix    remove podManagementPolicy for the default of OrderedReady; it cannot be changed on a live set
                                 rule   MembersJoinOneByOne""");
    }

    @Test
    void one_after_the_other_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("Parallel", "OrderedReady"))).isEmpty();
    }

    @Test
    void the_default_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("  podManagementPolicy: Parallel\n", "")))
                .isEmpty();
    }

    @Test
    void one_member_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("replicas: 3", "replicas: 1"))).isEmpty();
    }

    @Test
    void other_stores_are_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("cassandra:5.0.4", "zookeeper:3.9.5")))
                .isEmpty();
    }
}
