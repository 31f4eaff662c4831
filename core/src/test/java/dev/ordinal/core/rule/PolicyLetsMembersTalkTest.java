package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PolicyLetsMembersTalkTest {
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
              policyTypes: [Ingress]
              ingress:
                - from: [{podSelector: {matchLabels: {app: web}}}]
            """;

    private final Rule rule = new PolicyLetsMembersTalk();

    @Test
    void members_that_are_not_let_in_are_reported() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  NetworkPolicy shop/zk  spec.ingress
                                 found  no rule for the pods of StatefulSet shop/zk
                                 why    the members may not connect to each other, so they cannot form a cluster
                                 fix    add a rule: {from: [{podSelector: {matchLabels: {app: zk}}}]}
                                 rule   PolicyLetsMembersTalk""");
    }

    @Test
    void members_that_are_not_let_out_are_reported() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "policyTypes: [Ingress]\n  ingress:\n    - from",
                                "policyTypes: [Egress]\n  egress:\n    - to")))
                .isEqualTo(
                        """
                        WARNING  NetworkPolicy shop/zk  spec.egress
                                 found  no rule for the pods of StatefulSet shop/zk
                                 why    the members may not open connections to each other, so they cannot form a cluster
                                 fix    add a rule: {to: [{podSelector: {matchLabels: {app: zk}}}]}
                                 rule   PolicyLetsMembersTalk""");
    }

    @Test
    void members_among_the_peers_are_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("from: [", "from: [{podSelector: {matchLabels: {app: zk}}}, ")))
                .isEmpty();
    }

    @Test
    void a_rule_for_everybody_is_accepted() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace("from: [{podSelector: {matchLabels: {app: web}}}]", "ports: [{port: 2181}]")))
                .isEmpty();
    }

    @Test
    void the_whole_namespace_is_accepted() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "from: [",
                                "from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: shop}}}, ")))
                .isEmpty();
    }

    @Test
    void the_same_labels_in_another_namespace_do_not_count() {
        assertThat(
                        judge(
                                rule,
                                EXAMPLE.replace(
                                        "{podSelector: {matchLabels: {app: web}}}",
                                        "{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: bank}}, podSelector: {matchLabels: {app: zk}}}")))
                .isEqualTo(
                        """
                        WARNING  NetworkPolicy shop/zk  spec.ingress
                                 found  no rule for the pods of StatefulSet shop/zk
                                 why    the members may not connect to each other, so they cannot form a cluster
                                 fix    add a rule: {from: [{podSelector: {matchLabels: {app: zk}}}]}
                                 rule   PolicyLetsMembersTalk""");
    }

    @Test
    void an_address_may_be_theirs() {
        assertThat(judge(rule, EXAMPLE.replace("from: [", "from: [{ipBlock: {cidr: 10.0.0.0/8}}, ")))
                .isEmpty();
    }

    @Test
    void a_second_policy_may_let_them() {
        assertThat(
                        judge(
                                rule,
                                EXAMPLE.replace(
                                        "---\nkind: NetworkPolicy",
                                        "---\nkind: NetworkPolicy\nmetadata: {name: all, namespace: shop}\nspec: {podSelector: {}, ingress: [{}]}\n---\nkind: NetworkPolicy")))
                .isEmpty();
    }

    @Test
    void a_single_member_needs_nobody() {
        assertThat(judge(rule, EXAMPLE.replace("replicas: 3", "replicas: 1"))).isEmpty();
    }
}
