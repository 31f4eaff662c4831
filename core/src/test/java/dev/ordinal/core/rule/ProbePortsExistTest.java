package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProbePortsExistTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              template:
                spec:
                  containers:
                    - name: postgres
                      ports: [{name: sql, containerPort: 5432}]
                      readinessProbe: {tcpSocket: {port: psql}}
            """;

    private final Rule rule = new ProbePortsExist();

    @Test
    void a_name_that_the_container_does_not_declare_is_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        ERROR    StatefulSet orders-db  spec.template.spec.containers[0].readinessProbe.tcpSocket.port
                                 found  "psql"
                                 why    the container declares no port of that name, so the kubelet's every attempt fails
                                 fix    use "sql", or name the port in the container's ports
                                 rule   ProbePortsExist""");
    }

    @Test
    void a_container_without_names_is_told_to_add_one() {
        assertThat(judge(rule, EXAMPLE.replace("name: sql, ", "")))
                .isEqualTo(
                        """
                        ERROR    StatefulSet orders-db  spec.template.spec.containers[0].readinessProbe.tcpSocket.port
                                 found  "psql"
                                 why    the container declares no port of that name, so the kubelet's every attempt fails
                                 fix    write the port's number, or name the port in the container's ports
                                 rule   ProbePortsExist""");
    }

    @Test
    void hooks_and_other_probes_are_judged_too() {
        assertThat(
                        judge(
                                rule,
                                EXAMPLE.replace(
                                        "readinessProbe: {tcpSocket: {port: psql}}",
                                        "livenessProbe: {httpGet: {port: health}}\n          lifecycle: {preStop: {httpGet: {port: stop}}}")))
                .isEqualTo(
                        """
                        ERROR    StatefulSet orders-db  spec.template.spec.containers[0].lifecycle.preStop.httpGet.port
                                 found  "stop"
                                 why    the container declares no port of that name, so the kubelet's every attempt fails
                                 fix    use "sql", or name the port in the container's ports
                                 rule   ProbePortsExist

                        ERROR    StatefulSet orders-db  spec.template.spec.containers[0].livenessProbe.httpGet.port
                                 found  "health"
                                 why    the container declares no port of that name, so the kubelet's every attempt fails
                                 fix    use "sql", or name the port in the container's ports
                                 rule   ProbePortsExist""");
    }

    @Test
    void a_declared_name_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("psql", "sql"))).isEmpty();
    }

    @Test
    void a_number_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("psql", "9999"))).isEmpty();
    }

    @Test
    void a_number_in_quotes_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("psql", "'9999'"))).isEmpty();
    }
}
