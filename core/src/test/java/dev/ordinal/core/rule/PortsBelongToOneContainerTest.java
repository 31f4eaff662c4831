package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PortsBelongToOneContainerTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              template:
                metadata: {labels: {app: orders-db}}
                spec:
                  initContainers:
                    - {name: prepare, image: busybox, ports: [{name: metrics, containerPort: 9187}]}
                  containers:
                    - name: postgres
                      ports: [{name: metrics, containerPort: 5432}]
                    - name: exporter
                      ports: [{name: metrics, containerPort: 9187}]
            ---
            kind: Service
            metadata: {name: orders-db}
            spec: {selector: {app: orders-db}, ports: [{port: 9187, targetPort: metrics}]}
            """;

    private final Rule rule = new PortsBelongToOneContainer();

    @Test
    void a_name_in_two_containers_is_reported() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.template.spec.containers[1].ports[0].name
                                 found  "metrics"
                                 why    a container before it has a port of that name, and the Service that goes by the name takes
                                        only that one
                                 fix    give this port a name of its own
                                 rule   PortsBelongToOneContainer""");
    }

    @Test
    void a_number_in_two_containers_is_reported() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace("5432", "9187")
                                .replace(
                                        "metrics, containerPort: 9187}]\n        - name: exporter",
                                        "sql, containerPort: 9187}]\n        - name: exporter")))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.template.spec.containers[1].ports[0].containerPort
                                 found  9187
                                 why    a container before it declares the same port; whichever listens second fails, because they
                                        share one network
                                 fix    let this container listen on another port, or remove the port from one of the two
                                 rule   PortsBelongToOneContainer""");
    }

    @Test
    void a_sidecar_among_the_init_containers_counts() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace("name: prepare,", "name: prepare, restartPolicy: Always,")
                                .replace("ports: [{name: metrics, containerPort: 5432}]", "image: postgres")))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.template.spec.containers[1].ports[0].containerPort
                                 found  9187
                                 why    a container before it declares the same port; whichever listens second fails, because they
                                        share one network
                                 fix    let this container listen on another port, or remove the port from one of the two
                                 rule   PortsBelongToOneContainer""");
    }

    @Test
    void another_protocol_is_another_port() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "name: metrics, containerPort: 5432", "name: sql, protocol: UDP, containerPort: 9187")))
                .isEmpty();
    }

    @Test
    void names_of_their_own_are_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("name: metrics, containerPort: 5432", "name: sql, containerPort: 5432")))
                .isEmpty();
    }

    @Test
    void a_name_that_no_service_goes_by_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("targetPort: metrics", "targetPort: 9187")))
                .isEmpty();
    }
}
