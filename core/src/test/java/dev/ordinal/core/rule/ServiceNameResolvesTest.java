package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServiceNameResolvesTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db, namespace: shop}
            spec:
              replicas: 3
              serviceName: orders-headless
              selector: {matchLabels: {app: orders-db}}
              template: {metadata: {labels: {app: orders-db}}}
            ---
            kind: Service
            metadata: {name: orders-db-headless, namespace: shop}
            spec: {clusterIP: None, selector: {app: orders-db}}
            """;

    private final Rule rule = new ServiceNameResolves();

    @Test
    void a_name_of_no_service_is_refused_and_the_right_one_proposed() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        ERROR    StatefulSet shop/orders-db  spec.serviceName
                                 found  "orders-headless"
                                 why    no Service of that name is in this manifest, so pod addresses such as
                                        orders-db-0.orders-headless will not resolve
                                 fix    use "orders-db-headless", which is in this manifest, or add the missing Service
                                 rule   ServiceNameResolves""");
    }

    @Test
    void a_name_is_refused_without_a_proposal_when_no_headless_service_fits() {
        assertThat(judge(rule, EXAMPLE.replace("clusterIP: None, ", "")))
                .isEqualTo(
                        """
                        ERROR    StatefulSet shop/orders-db  spec.serviceName
                                 found  "orders-headless"
                                 why    no Service of that name is in this manifest, so pod addresses such as
                                        orders-db-0.orders-headless will not resolve
                                 fix    add a headless Service "orders-headless" with the selector {app: orders-db}
                                 rule   ServiceNameResolves""");
    }

    @Test
    void no_name_at_all_is_refused() {
        assertThat(judge(rule, EXAMPLE.replace("  serviceName: orders-headless\n", "")))
                .isEqualTo(
                        """
                        ERROR    StatefulSet shop/orders-db  spec.serviceName
                                 found  nothing
                                 why    the pods have no DNS names of their own, so neither members nor clients can address one of
                                        them
                                 fix    set serviceName to "orders-db-headless", which is in this manifest
                                 rule   ServiceNameResolves""");
    }

    @Test
    void a_service_in_another_namespace_does_not_count() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace("orders-db-headless, namespace: shop", "orders-headless, namespace: bank")))
                .isEqualTo(
                        """
                        ERROR    StatefulSet shop/orders-db  spec.serviceName
                                 found  "orders-headless"
                                 why    no Service of that name is in this manifest, so pod addresses such as
                                        orders-db-0.orders-headless will not resolve
                                 fix    add a headless Service "orders-headless" with the selector {app: orders-db}
                                 rule   ServiceNameResolves""");
    }

    @Test
    void a_name_of_a_service_in_the_manifest_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("orders-headless", "orders-db-headless")))
                .isEmpty();
    }

    private static final String ALONE =
            EXAMPLE.replace("replicas: 3", "replicas: 1").replace("clusterIP: None, ", "");

    @Test
    void one_member_that_nobody_calls_by_name_is_a_warning_only() {
        assertThat(judge(rule, ALONE))
                .isEqualTo(
                        """
                        WARNING  StatefulSet shop/orders-db  spec.serviceName
                                 found  "orders-headless"
                                 why    no Service of that name is in this manifest, so pod addresses such as
                                        orders-db-0.orders-headless will not resolve
                                 fix    add a headless Service "orders-headless" with the selector {app: orders-db}
                                 rule   ServiceNameResolves""");
    }

    @Test
    void one_member_without_a_name_is_a_warning_only() {
        assertThat(judge(rule, ALONE.replace("  serviceName: orders-headless\n", "")))
                .startsWith("WARNING  StatefulSet shop/orders-db  spec.serviceName");
    }

    @Test
    void a_slip_of_the_pen_is_refused_for_one_member_too() {
        assertThat(judge(rule, EXAMPLE.replace("replicas: 3", "replicas: 1"))).startsWith("ERROR");
    }

    @Test
    void one_member_that_somebody_calls_by_name_is_refused() {
        String caller =
                """
                ---
                kind: ConfigMap
                metadata: {name: clients, namespace: shop}
                data: {url: "jdbc:postgresql://orders-db-0.orders-headless:5432/orders"}
                """;

        assertThat(judge(rule, ALONE + caller)).startsWith("ERROR");
    }

    @Test
    void one_member_that_tells_others_its_name_is_refused() {
        assertThat(
                        judge(
                                rule,
                                ALONE.replace(
                                        "template: {metadata: {labels: {app: orders-db}}}",
                                        "template: {metadata: {labels: {app: orders-db}}, spec: {containers: [{name: db, args: [--advertise=$(POD).orders-headless]}]}}")))
                .startsWith("ERROR");
    }

    @Test
    void one_member_of_a_set_that_grows_by_itself_is_refused() {
        String autoscaler =
                """
                ---
                apiVersion: autoscaling/v2
                kind: HorizontalPodAutoscaler
                metadata: {name: orders-db, namespace: shop}
                spec: {maxReplicas: 5, scaleTargetRef: {kind: StatefulSet, name: orders-db}}
                """;

        assertThat(judge(rule, ALONE + autoscaler)).startsWith("ERROR");
    }
}
