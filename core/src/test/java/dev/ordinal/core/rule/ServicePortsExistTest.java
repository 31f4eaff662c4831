package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServicePortsExistTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              template:
                metadata: {labels: {app: orders-db}}
                spec:
                  containers:
                    - name: postgres
                      ports: [{name: sql, containerPort: 5432}]
            ---
            kind: Service
            metadata: {name: orders-db}
            spec:
              selector: {app: orders-db}
              ports: [{port: 5432, targetPort: psql}]
            """;

    private final Rule rule = new ServicePortsExist();

    @Test
    void a_name_that_no_pod_declares_is_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        ERROR    Service orders-db  spec.ports[0].targetPort
                                 found  "psql"
                                 why    no container of the selected pods declares a port of that name, so the Service has no
                                        endpoints here
                                 fix    name the port in the container's ports, or write its number
                                 rule   ServicePortsExist""");
    }

    @Test
    void a_number_that_no_pod_declares_is_a_warning() {
        assertThat(judge(rule, EXAMPLE.replace("targetPort: psql", "targetPort: 5433")))
                .isEqualTo(
                        """
                        WARNING  Service orders-db  spec.ports[0].targetPort
                                 found  5433
                                 why    the selected pods declare other ports but not this one; where nothing listens, connections are
                                        refused
                                 fix    set targetPort to a port of the container, or declare 5433 in the container's ports
                                 rule   ServicePortsExist""");
    }

    @Test
    void the_port_stands_for_a_target_that_is_left_out() {
        assertThat(judge(rule, EXAMPLE.replace("port: 5432, targetPort: psql", "port: 80")))
                .isEqualTo(
                        """
                        WARNING  Service orders-db  spec.ports[0].port
                                 found  80
                                 why    the selected pods declare other ports but not this one; where nothing listens, connections are
                                        refused
                                 fix    set targetPort to a port of the container, or declare 80 in the container's ports
                                 rule   ServicePortsExist""");
    }

    @Test
    void the_protocol_must_fit() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace("port: 5432, targetPort: psql", "port: 5432, targetPort: sql, protocol: UDP")))
                .isEqualTo(
                        """
                        ERROR    Service orders-db  spec.ports[0].targetPort
                                 found  "sql"
                                 why    no container of the selected pods declares a port of that name, so the Service has no
                                        endpoints here
                                 fix    name the port in the container's ports, or write its number
                                 rule   ServicePortsExist""");
    }

    @Test
    void a_declared_name_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("psql", "sql"))).isEmpty();
    }

    @Test
    void a_declared_number_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace(", targetPort: psql", ""))).isEmpty();
    }

    @Test
    void a_number_of_a_headless_service_is_left_alone() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace("targetPort: psql", "targetPort: 5433")
                                .replace("selector:", "clusterIP: None\n  selector:")))
                .isEmpty();
    }

    @Test
    void a_container_that_declares_nothing_may_listen_anywhere() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace("ports: [{name: sql, containerPort: 5432}]", "image: postgres:18.1")
                                .replace(", targetPort: psql", "")))
                .isEmpty();
    }

    @Test
    void pods_from_elsewhere_are_left_alone() {
        assertThat(judge(rule, EXAMPLE.replace("selector: {app: orders-db}", "selector: {app: other}")))
                .isEmpty();
    }
}
