package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PodsResolveClusterNamesTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              replicas: 3
              template: {spec: {hostNetwork: true}}
            """;

    private final Rule rule = new PodsResolveClusterNames();

    @Test
    void the_host_network_without_its_policy_is_reported() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.template.spec.dnsPolicy
                                 found  nothing, in the host's network
                                 why    the pods ask the node's DNS, which knows neither Services nor members
                                 fix    set dnsPolicy: ClusterFirstWithHostNet
                                 rule   PodsResolveClusterNames""");
    }

    @Test
    void the_nodes_dns_is_reported() {
        assertThat(judge(rule, EXAMPLE.replace("hostNetwork: true", "dnsPolicy: Default")))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.template.spec.dnsPolicy
                                 found  "Default"
                                 why    the pods ask the node's DNS, which knows neither Services nor members
                                 fix    remove dnsPolicy, or set it to ClusterFirst
                                 rule   PodsResolveClusterNames""");
    }

    @Test
    void the_policy_for_the_host_network_is_accepted() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace("hostNetwork: true", "hostNetwork: true, dnsPolicy: ClusterFirstWithHostNet")))
                .isEmpty();
    }

    @Test
    void a_policy_of_ones_own_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("hostNetwork: true", "hostNetwork: true, dnsPolicy: None")))
                .isEmpty();
    }

    @Test
    void a_single_member_has_nobody_to_ask_for() {
        assertThat(judge(rule, EXAMPLE.replace("replicas: 3", "replicas: 1"))).isEmpty();
    }
}
