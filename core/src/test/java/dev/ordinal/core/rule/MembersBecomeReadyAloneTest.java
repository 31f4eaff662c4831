package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MembersBecomeReadyAloneTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: etcd}
            spec:
              replicas: 3
              template:
                spec:
                  containers:
                    - name: etcd
                      image: quay.io/coreos/etcd:v3.6.4
                      readinessProbe: {httpGet: {path: /health, port: 2379}}
            """;

    private final Rule rule = new MembersBecomeReadyAlone();

    @Test
    void a_question_to_the_cluster_by_the_first_of_it_is_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  StatefulSet etcd  spec.template.spec.containers[0].readinessProbe
                                 found  "/health", with podManagementPolicy: OrderedReady
                                 why    only the cluster can answer that; where these members are the cluster, the others start after
                                        this one is ready: all wait for ever
                                 fix    write podManagementPolicy: Parallel, or ask only whether this member serves
                                 rule   MembersBecomeReadyAlone""");
    }

    @Test
    void members_that_start_together_are_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("replicas: 3", "replicas: 3\n  podManagementPolicy: Parallel")))
                .isEmpty();
    }

    @Test
    void one_member_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("replicas: 3", "replicas: 1"))).isEmpty();
    }

    @Test
    void a_question_to_the_member_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("/health", "/livez"))).isEmpty();
    }

    @Test
    void the_same_path_of_another_server_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("quay.io/coreos/etcd:v3.6.4", "web:1.0.0")))
                .isEmpty();
    }
}
