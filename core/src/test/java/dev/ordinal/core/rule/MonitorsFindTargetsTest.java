package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MonitorsFindTargetsTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              selector: {matchLabels: {app: orders-db}}
              template:
                metadata: {labels: {app: orders-db}}
                spec: {containers: [{name: exporter, ports: [{name: metrics, containerPort: 9187}]}]}
            ---
            apiVersion: monitoring.coreos.com/v1
            kind: PodMonitor
            metadata: {name: orders-db}
            spec:
              selector: {matchLabels: {app: orders-db}}
              podMetricsEndpoints: [{port: http-metrics}]
            """;

    private static final String SERVICE =
            """
            kind: Service
            metadata: {name: orders-db, labels: {app: orders-db}}
            spec: {selector: {app: orders-db}, ports: [{name: sql, port: 5432}, {name: metrics, port: 9187}]}
            ---
            apiVersion: monitoring.coreos.com/v1
            kind: ServiceMonitor
            metadata: {name: orders-db}
            spec:
              selector: {matchLabels: {app: orders-db}}
              endpoints: [{port: metrics}]
            """;

    private final Rule rule = new MonitorsFindTargets();

    @Test
    void a_port_that_the_pods_do_not_name_is_reported() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        ERROR    PodMonitor orders-db  spec.podMetricsEndpoints[0].port
                                 found  "http-metrics"
                                 why    none of the pods that it selects has a port of that name, so Prometheus reads nothing and
                                        tells nobody
                                 fix    use one of these names: metrics
                                 rule   MonitorsFindTargets""");
    }

    @Test
    void labels_that_no_pod_has_are_reported() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "selector: {matchLabels: {app: orders-db}}\n  pod",
                                "selector: {matchLabels: {app: orders}}\n  pod")))
                .isEqualTo(
                        """
                        WARNING  PodMonitor orders-db  spec.selector
                                 found  {matchLabels={app=orders}}
                                 why    no pods of this manifest in this namespace have these labels, so Prometheus reads nothing and
                                        tells nobody
                                 fix    select labels that the pods have themselves
                                 rule   MonitorsFindTargets""");
    }

    @Test
    void a_port_of_the_service_is_accepted_and_one_of_a_container_is_not() {
        assertThat(judge(rule, SERVICE)).isEmpty();
        assertThat(judge(rule, SERVICE.replace("endpoints: [{port: metrics}]", "endpoints: [{port: http-metrics}]")))
                .contains("use one of these names: metrics, sql");
    }

    @Test
    void labels_of_the_pods_do_not_count_for_a_service() {
        assertThat(judge(rule, SERVICE.replace(", labels: {app: orders-db}", "")))
                .contains("no Services of this manifest");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{matchLabels: {app: orders-db}}",
                "{matchExpressions: [{key: app, operator: In, values: [orders-db, other]}]}",
                "{}"
            })
    void selectors_are_understood_as_elsewhere(String selector) {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace("http-metrics", "metrics")
                                .replace(
                                        "selector: {matchLabels: {app: orders-db}}\n  pod",
                                        "selector: " + selector + "\n  pod")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spec: {}",
                "spec: [1]",
                "spec: {selector: 1, podMetricsEndpoints: {a: b}}",
                "spec: {selector: {matchLabels: [1], matchExpressions: [null, 1]}, podMetricsEndpoints: [1, {port: 2}]}",
                "spec: {selector: {}, namespaceSelector: {any: true}, podMetricsEndpoints: [{port: x}]}",
                "other: 1"
            })
    void what_is_not_understood_does_no_harm(String spec) {
        String monitor = "\n---\napiVersion: monitoring.coreos.com/v1\nkind: PodMonitor\nmetadata: {name: m}\n" + spec;
        assertThat(judge(rule, EXAMPLE.replace("http-metrics", "metrics") + monitor))
                .doesNotContain("exception");
    }

    @Test
    void another_kind_of_that_name_is_left_alone() {
        assertThat(judge(rule, EXAMPLE.replace("monitoring.coreos.com/v1", "example.com/v1")))
                .isEmpty();
    }
}
