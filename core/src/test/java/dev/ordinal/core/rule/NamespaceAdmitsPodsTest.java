package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NamespaceAdmitsPodsTest {
    static final String EXAMPLE =
            """
            kind: Namespace
            metadata: {name: shop, labels: {pod-security.kubernetes.io/enforce: restricted}}
            ---
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

    private final Rule rule = new NamespaceAdmitsPods(Judge.STANDARD);

    @Test
    void pods_below_the_level_are_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        ERROR    StatefulSet shop/orders-db  spec.template.spec
                                 found  pods that fail seccompProfile
                                 why    Namespace shop enforces the level restricted, so the API server takes this object and refuses
                                        each of its pods
                                 fix    change the security contexts so that the pods meet the level, or lower the label
                                        pod-security.kubernetes.io/enforce of the namespace
                                 rule   NamespaceAdmitsPods""");
    }

    @Test
    void pods_at_the_level_are_accepted() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "runAsNonRoot: true}", "runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}")))
                .isEmpty();
    }

    @Test
    void the_level_baseline_asks_for_less() {
        assertThat(judge(rule, EXAMPLE.replace("enforce: restricted", "enforce: baseline")))
                .isEmpty();
    }

    @Test
    void the_level_baseline_is_judged() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace("enforce: restricted", "enforce: baseline")
                                .replace("    spec:\n      sec", "    spec:\n      hostPID: true\n      sec")))
                .isEqualTo(
                        """
                        ERROR    StatefulSet shop/orders-db  spec.template.spec
                                 found  pods that fail host namespaces
                                 why    Namespace shop enforces the level baseline, so the API server takes this object and refuses
                                        each of its pods
                                 fix    change the security contexts so that the pods meet the level, or lower the label
                                        pod-security.kubernetes.io/enforce of the namespace
                                 rule   NamespaceAdmitsPods""");
    }

    @Test
    void an_older_standard_is_not_judged() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "enforce: restricted",
                                "enforce: restricted, pod-security.kubernetes.io/enforce-version: v1.30")))
                .isEmpty();
    }

    @Test
    void another_namespace_is_not_meant() {
        assertThat(judge(rule, EXAMPLE.replace("{name: shop, labels", "{name: bank, labels")))
                .isEmpty();
    }
}
