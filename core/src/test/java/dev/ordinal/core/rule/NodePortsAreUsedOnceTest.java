package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NodePortsAreUsedOnceTest {
    static final String EXAMPLE =
            """
            kind: Service
            metadata: {name: orders, namespace: shop}
            spec:
              type: NodePort
              ports: [{port: 5432, nodePort: 30000}]
            ---
            kind: Service
            metadata: {name: stock, namespace: store}
            spec:
              type: NodePort
              ports:
                - {name: db, port: 5432, nodePort: 30001}
                - {name: metrics, port: 9187, nodePort: 30000}
            """;

    private static final String FINDING =
            """
            ERROR    Service store/stock  spec.ports[1].nodePort
                     found  30000
                     why    Service shop/orders has it already, and a port of all nodes is there once, so the API server
                            refuses the second of the two
                     fix    use another number from 30000 to 32767, or remove nodePort, so that the server chooses one
                     rule   NodePortsAreUsedOnce""";

    private final Rule rule = new NodePortsAreUsedOnce();

    @Test
    void a_node_port_of_another_service_is_refused() {
        assertThat(judge(rule, EXAMPLE)).isEqualTo(FINDING);
    }

    /** The server counts numbers: it lets two protocols share one only inside a Service. */
    @Test
    void another_protocol_makes_no_difference() {
        assertThat(judge(rule, EXAMPLE.replace("port: 9187,", "port: 9187, protocol: UDP,")))
                .isEqualTo(FINDING);
    }

    @Test
    void other_numbers_are_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("port: 9187, nodePort: 30000", "port: 9187, nodePort: 30002")))
                .isEmpty();
        assertThat(judge(rule, EXAMPLE.replace(", nodePort: 30000", ""))).isEmpty();
    }

    @Test
    void two_protocols_of_one_service_may_share_one() {
        assertThat(
                        judge(
                                rule,
                                """
                        kind: Service
                        metadata: {name: dns}
                        spec:
                          type: NodePort
                          ports:
                            - {name: tcp, port: 53, nodePort: 30053}
                            - {name: udp, port: 53, protocol: UDP, nodePort: 30053}
                        """))
                .isEmpty();
    }

    /** Of a Service without node ports the server says something else. */
    @Test
    void services_without_node_ports_are_not_judged() {
        assertThat(judge(rule, EXAMPLE.replace("type: NodePort", "type: ClusterIP")))
                .isEmpty();
    }

    @Test
    void one_service_that_is_written_twice_is_not_judged() {
        assertThat(judge(rule, EXAMPLE.replace("stock, namespace: store", "orders, namespace: shop")))
                .isEmpty();
    }
}
