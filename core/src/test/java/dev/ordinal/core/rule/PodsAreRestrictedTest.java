package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PodsAreRestrictedTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db, namespace: shop}
            spec:
              template:
                spec:
                  securityContext: {runAsNonRoot: true}
                  containers:
                    - name: postgres
                      securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}
            """;

    private final Rule rule = new PodsAreRestricted(Judge.STANDARD);

    @Test
    void pods_that_may_do_more_are_reported() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  StatefulSet shop/orders-db  spec.template.spec
                                 found  pods that fail seccompProfile
                                 why    a namespace that enforces the level restricted refuses them, and elsewhere they may do more
                                        than a store needs
                                 fix    write in the pod's securityContext {runAsNonRoot: true, seccompProfile: {type:
                                        RuntimeDefault}} and in each container's {allowPrivilegeEscalation: false, capabilities:
                                        {drop: [ALL]}}
                                 rule   PodsAreRestricted""");
    }

    @Test
    void restricted_pods_are_accepted() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "runAsNonRoot: true}", "runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}")))
                .isEmpty();
    }

    @Test
    void what_a_namespace_refuses_is_told_once() {
        assertThat(
                        judge(
                                rule,
                                EXAMPLE.replace(
                                        "kind: StatefulSet",
                                        "kind: Namespace\nmetadata: {name: shop, labels: {pod-security.kubernetes.io/enforce: restricted}}\n---\nkind: StatefulSet")))
                .isEmpty();
    }

    @Test
    void a_namespace_that_lets_them_in_changes_nothing() {
        assertThat(
                        judge(
                                rule,
                                EXAMPLE.replace(
                                        "kind: StatefulSet",
                                        "kind: Namespace\nmetadata: {name: shop, labels: {pod-security.kubernetes.io/enforce: baseline}}\n---\nkind: StatefulSet")))
                .isEqualTo(
                        """
                        WARNING  StatefulSet shop/orders-db  spec.template.spec
                                 found  pods that fail seccompProfile
                                 why    a namespace that enforces the level restricted refuses them, and elsewhere they may do more
                                        than a store needs
                                 fix    write in the pod's securityContext {runAsNonRoot: true, seccompProfile: {type:
                                        RuntimeDefault}} and in each container's {allowPrivilegeEscalation: false, capabilities:
                                        {drop: [ALL]}}
                                 rule   PodsAreRestricted""");
    }
}
