package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientsReachReadyPodsTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              selector: {matchLabels: {app: orders-db}}
              template: {metadata: {labels: {app: orders-db}}}
            ---
            kind: Service
            metadata: {name: orders-db}
            spec: {publishNotReadyAddresses: true, selector: {app: orders-db}, ports: [{port: 5432}]}
            """;

    private final Rule rule = new ClientsReachReadyPods();

    @Test
    void a_service_for_clients_with_unready_pods_is_reported() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  Service orders-db  spec.publishNotReadyAddresses
                                 found  true
                                 why    connections are sent to members that are not ready, and fail or find old data
                                 fix    remove it here, and keep it on the headless Service
                                 rule   ClientsReachReadyPods""");
    }

    @Test
    void a_headless_one_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("{publish", "{clusterIP: None, publish")))
                .isEmpty();
    }

    @Test
    void one_for_a_single_member_is_accepted() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "selector: {app: orders-db}, ports",
                                "selector: {statefulset.kubernetes.io/pod-name: orders-db-0}, ports")))
                .isEmpty();
    }

    @Test
    void ready_pods_only_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("publishNotReadyAddresses: true, ", "")))
                .isEmpty();
    }
}
