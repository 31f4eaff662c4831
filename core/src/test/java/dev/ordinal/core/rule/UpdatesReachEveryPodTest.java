package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UpdatesReachEveryPodTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              replicas: 3
              updateStrategy: {rollingUpdate: {partition: 2}}
              template: {}
            """;

    private final Rule rule = new UpdatesReachEveryPod();

    @Test
    void a_partition_is_reported() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.updateStrategy.rollingUpdate.partition
                                 found  2
                                 why    the pods with ordinals below 2 keep the old revision, also when they restart
                                 fix    set partition: 0 when the canary is over
                                 rule   UpdatesReachEveryPod""");
    }

    @Test
    void a_partition_above_all_pods_is_reported() {
        assertThat(judge(rule, EXAMPLE.replace("partition: 2", "partition: 3")))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.updateStrategy.rollingUpdate.partition
                                 found  3
                                 why    no pod has an ordinal from there on, so a change of the pod template does nothing at all
                                 fix    set partition: 0 when the canary is over
                                 rule   UpdatesReachEveryPod""");
    }

    @Test
    void an_update_by_hand_is_reported() {
        assertThat(judge(rule, EXAMPLE.replace("{rollingUpdate: {partition: 2}}", "{type: OnDelete}")))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.updateStrategy.type
                                 found  "OnDelete"
                                 why    a change of the pod template reaches a pod only when somebody deletes it
                                 fix    remove updateStrategy for a rolling update, one pod after the other
                                 rule   UpdatesReachEveryPod""");
    }

    @Test
    void a_partition_at_the_first_pod_holds_nothing_back() {
        assertThat(judge(rule, EXAMPLE.replace("replicas: 3", "replicas: 3\n  ordinals: {start: 2}")))
                .isEmpty();
    }

    @Test
    void no_partition_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("partition: 2", "partition: 0"))).isEmpty();
    }
}
