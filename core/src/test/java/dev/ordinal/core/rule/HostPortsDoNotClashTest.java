package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HostPortsDoNotClashTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              replicas: 3
              selector: {matchLabels: {app: orders-db}}
              template:
                metadata: {labels: {app: orders-db}}
                spec:
                  containers:
                    - {name: db, ports: [{containerPort: 5432, hostPort: 5432}]}
            """;

    private final Rule rule = new HostPortsDoNotClash();

    @Test
    void a_port_of_the_node_without_a_rule_that_keeps_members_apart_is_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.template.spec.containers[0].ports[0].hostPort
                                 found  5432, with 3 members that may share a node
                                 why    the port of a node is there once, so the second member for a node stays Pending
                                 fix    remove it, or add a required podAntiAffinity on kubernetes.io/hostname that selects {app:
                                        orders-db}
                                 rule   HostPortsDoNotClash""");
    }

    @Test
    void one_member_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("replicas: 3", "replicas: 1"))).isEmpty();
    }

    @Test
    void ports_of_the_pod_are_accepted() {
        assertThat(judge(rule, EXAMPLE.replace(", hostPort: 5432", ""))).isEmpty();
    }

    @Test
    void a_required_anti_affinity_by_host_is_accepted() {
        assertThat(
                        judge(
                                rule,
                                EXAMPLE.replace(
                                        "      containers:",
                                        "      affinity: {podAntiAffinity: {requiredDuringSchedulingIgnoredDuringExecution:\n        [{topologyKey: kubernetes.io/hostname, labelSelector: {matchLabels: {app: orders-db}}}]}}\n      containers:")))
                .isEmpty();
    }
}
