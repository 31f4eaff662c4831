package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PolicyLetsPodsResolveNamesTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: zk, namespace: shop}
            spec:
              replicas: 3
              selector: {matchLabels: {app: zk}}
              template: {metadata: {labels: {app: zk}}}
            ---
            kind: NetworkPolicy
            metadata: {name: zk, namespace: shop}
            spec:
              podSelector: {matchLabels: {app: zk}}
              policyTypes: [Egress]
              egress:
                - to: [{podSelector: {matchLabels: {app: zk}}}]
                  ports: [{port: 53}]
            """;

    private static final String ELSEWHERE =
            EXAMPLE.replace("to: [{podSelector: {matchLabels: {app: zk}}}]", "to: [{namespaceSelector: {}}]");

    private final Rule rule = new PolicyLetsPodsResolveNames();

    @Test
    void a_closed_way_out_without_dns_is_reported() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  NetworkPolicy shop/zk  spec.egress
                                 found  no rule for UDP to port 53
                                 why    the pods of StatefulSet shop/zk cannot ask DNS, so no name resolves, also not of members
                                 fix    add a rule: {ports: [{protocol: UDP, port: 53}, {protocol: TCP, port: 53}]}
                                 rule   PolicyLetsPodsResolveNames""");
    }

    @Test
    void udp_is_accepted() {
        assertThat(judge(rule, ELSEWHERE.replace("{port: 53}", "{port: 53, protocol: UDP}")))
                .isEmpty();
    }

    @Test
    void udp_to_the_members_alone_is_reported() {
        assertThat(judge(rule, EXAMPLE.replace("{port: 53}", "{port: 53, protocol: UDP}")))
                .contains("cannot ask DNS");
    }

    @Test
    void a_range_over_it_is_accepted() {
        assertThat(judge(rule, ELSEWHERE.replace("{port: 53}", "{port: 1, endPort: 1024, protocol: UDP}")))
                .isEmpty();
    }

    @Test
    void a_rule_for_every_port_is_accepted() {
        assertThat(judge(rule, ELSEWHERE.replace("\n      ports: [{port: 53}]", "")))
                .isEmpty();
    }

    @Test
    void an_open_way_out_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("policyTypes: [Egress]", "policyTypes: [Ingress]")))
                .isEmpty();
    }
}
