package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServiceSelectsPodsTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              serviceName: orders-db-headless
              selector: {matchLabels: {app: orders-db}}
              template: {metadata: {labels: {app: orders-db}}}
            ---
            kind: Service
            metadata: {name: orders-db}
            spec:
              selector: {app: orders}
            """;

    private final Rule rule = new ServiceSelectsPods();

    @Test
    void a_selector_of_no_pod_template_is_reported() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  Service orders-db  spec.selector
                                 found  {app: orders}
                                 why    no workload of this manifest makes pods with these labels, so the Service has no endpoints and
                                        connections to it fail
                                 fix    select labels of a pod template in this namespace, such as {app: orders-db}
                                 rule   ServiceSelectsPods""");
    }

    @Test
    void labels_of_a_template_are_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("{app: orders}", "{app: orders-db}")))
                .isEmpty();
    }

    @Test
    void one_member_may_be_selected_by_its_name() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "{app: orders}", "{app: orders-db, statefulset.kubernetes.io/pod-name: orders-db-0}")))
                .isEmpty();
    }

    @Test
    void a_service_without_a_selector_is_left_alone() {
        assertThat(judge(rule, EXAMPLE.replace("  selector: {app: orders}", "  type: ClusterIP")))
                .isEmpty();
    }

    @Test
    void a_namespace_without_workloads_is_left_alone() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "metadata: {name: orders-db}\nspec:\n  selector: {app: orders}",
                                "metadata: {name: orders-db, namespace: elsewhere}\nspec:\n  selector: {app: orders}")))
                .isEmpty();
    }

    @Test
    void a_pod_name_of_another_set_is_reported() {
        assertThat(judge(rule, EXAMPLE.replace("{app: orders}", "{statefulset.kubernetes.io/pod-name: payments-db-0}")))
                .isEqualTo(
                        """
                        WARNING  Service orders-db  spec.selector
                                 found  {statefulset.kubernetes.io/pod-name: payments-db-0}
                                 why    no workload of this manifest makes pods with these labels, so the Service has no endpoints and
                                        connections to it fail
                                 fix    select labels of a pod template in this namespace, such as {app: orders-db}
                                 rule   ServiceSelectsPods""");
    }

    @Test
    void a_label_that_the_pods_may_set_themselves_is_accepted() {
        String primary = EXAMPLE.replace("{app: orders}", "{app: orders-db, role: primary}");
        String rights =
                """
                ---
                kind: Role
                metadata: {name: orders-db}
                rules: [{apiGroups: [""], resources: [pods], verbs: [list, patch]}]
                """;

        assertThat(judge(rule, primary)).isNotEmpty();
        assertThat(judge(rule, primary + rights.replace("patch", "watch"))).isNotEmpty();
        assertThat(judge(rule, primary + rights)).isEmpty();
        assertThat(judge(rule, EXAMPLE + rights)).isNotEmpty();
    }
}
