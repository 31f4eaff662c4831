package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BindingsReachAccountsTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db, namespace: shop}
            spec: {template: {spec: {serviceAccountName: orders-db}}}
            ---
            kind: Role
            metadata: {name: leader, namespace: shop}
            ---
            kind: RoleBinding
            metadata: {name: leader, namespace: shop}
            roleRef: {kind: Role, name: leader}
            subjects: [{kind: ServiceAccount, name: orders-db, namespace: default}]
            """;

    private final Rule rule = new BindingsReachAccounts();

    @Test
    void an_account_of_another_namespace_is_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        ERROR    RoleBinding shop/leader  subjects[0].namespace
                                 found  "default"
                                 why    the account that pods of this manifest use is ServiceAccount shop/orders-db, so they may do
                                        nothing of this role and get 403
                                 fix    write namespace: shop
                                 rule   BindingsReachAccounts""");
    }

    @Test
    void a_role_of_another_namespace_is_refused() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                        "kind: Role\nmetadata: {name: leader, namespace: shop}",
                                        "kind: Role\nmetadata: {name: leader, namespace: bank}")
                                .replace("default}", "shop}")))
                .isEqualTo(
                        """
                        ERROR    RoleBinding shop/leader  roleRef.name
                                 found  "leader"
                                 why    a RoleBinding takes Roles of its own namespace only, and there is none; Role bank/leader is in
                                        another
                                 fix    make the Role and the RoleBinding in one namespace
                                 rule   BindingsReachAccounts""");
    }

    @Test
    void the_account_of_the_pods_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("default}", "shop}"))).isEmpty();
    }

    @Test
    void accounts_of_others_are_not_judged() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "name: orders-db, namespace: default", "name: prometheus, namespace: monitoring")))
                .isEmpty();
    }

    @Test
    void a_cluster_role_is_not_judged() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace("{kind: Role, name: leader}", "{kind: ClusterRole, name: view}")
                                .replace("default}", "shop}")))
                .isEmpty();
    }

    @Test
    void an_account_without_a_namespace_is_one_of_the_binding() {
        assertThat(judge(rule, EXAMPLE.replace(", namespace: default}", "}"))).isEmpty();
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(", namespace: default}", "}")
                                .replace("{name: orders-db, namespace: shop}", "{name: orders-db, namespace: bank}")))
                .isEqualTo(
                        """
                        ERROR    RoleBinding shop/leader  subjects[0].namespace
                                 found  nothing
                                 why    the account that pods of this manifest use is ServiceAccount bank/orders-db, so they may do
                                        nothing of this role and get 403
                                 fix    write namespace: bank
                                 rule   BindingsReachAccounts""");
    }

    @Test
    void where_neither_says_a_namespace_both_may_be_applied_to_the_same() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(", namespace: default}", "}")
                                .replace("{name: orders-db, namespace: shop}", "{name: orders-db}")))
                .isEmpty();
    }
}
