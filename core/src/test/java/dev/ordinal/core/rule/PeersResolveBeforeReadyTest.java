package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PeersResolveBeforeReadyTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: zk, namespace: shop}
            spec:
              serviceName: zk-headless
              replicas: 3
              podManagementPolicy: Parallel
              template:
                spec:
                  containers:
                    - name: zookeeper
                      readinessProbe: {exec: {command: [ready]}}
                      volumeMounts: [{name: conf, mountPath: /conf}]
                  volumes: [{name: conf, configMap: {name: zk-conf}}]
            ---
            kind: ConfigMap
            metadata: {name: zk-conf, namespace: shop}
            data:
              zoo.cfg: |
                # zk-7.zk-headless was here once
                server.1=zk-1.zk-headless:2888:3888
                server.2=zk-2.zk-headless:2888:3888
            ---
            kind: Service
            metadata: {name: zk-headless, namespace: shop}
            spec: {clusterIP: None}
            """;

    private final Rule rule = new PeersResolveBeforeReady();

    @Test
    void members_that_know_each_other_need_unready_addresses() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  Service shop/zk-headless  spec.publishNotReadyAddresses
                                 found  nothing
                                 why    members of StatefulSet shop/zk are told each other's names, but a name resolves only once its
                                        member is ready: if they become ready only together, they never do
                                 fix    set publishNotReadyAddresses: true
                                 rule   PeersResolveBeforeReady""");
    }

    @Test
    void published_addresses_are_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("clusterIP: None", "clusterIP: None, publishNotReadyAddresses: true")))
                .isEmpty();
    }

    @Test
    void members_that_are_told_no_names_need_none() {
        assertThat(judge(rule, EXAMPLE.replace("zk-1.zk-headless", "localhost")))
                .isEmpty();
    }

    @Test
    void a_set_without_readiness_is_ready_at_once() {
        assertThat(judge(rule, EXAMPLE.replace("          readinessProbe: {exec: {command: [ready]}}\n", "")))
                .isEmpty();
    }

    @Test
    void a_single_member_has_no_peers() {
        assertThat(judge(rule, EXAMPLE.replace("replicas: 3", "replicas: 1"))).isEmpty();
    }

    @Test
    void members_in_order_wait_for_those_before_them() {
        assertThat(judge(rule, EXAMPLE.replace("podManagementPolicy: Parallel", "podManagementPolicy: OrderedReady")))
                .isEmpty();
    }

    @Test
    void one_name_alone_is_that_of_a_leader() {
        assertThat(judge(rule, EXAMPLE.replace("zk-2.zk-headless", "localhost")))
                .isEmpty();
    }
}
