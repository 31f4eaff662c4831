package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PortRecordsExistTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: etcd, namespace: shop}
            spec:
              template:
                spec:
                  containers:
                    - name: etcd
                      args: [--discovery-srv=_etcd-server._tcp.etcd-headless.shop.svc]
            ---
            kind: Service
            metadata: {name: etcd-headless, namespace: shop}
            spec: {clusterIP: None, selector: {app: etcd}, ports: [{name: peer, port: 2380}]}
            """;

    private final Rule rule = new PortRecordsExist();

    @Test
    void a_record_of_no_port_is_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        ERROR    StatefulSet shop/etcd  spec.template.spec.containers[0].args[0]
                                 found  "_etcd-server._tcp.etcd-headless.shop.svc"
                                 why    Service shop/etcd-headless has no TCP port named "etcd-server", so DNS has no such record
                                 fix    name a port of that Service etcd-server, or ask for "peer"
                                 rule   PortRecordsExist""");
    }

    @Test
    void ports_without_a_name_have_no_records() {
        assertThat(judge(rule, EXAMPLE.replace("name: peer, ", "")))
                .isEqualTo(
                        """
                        ERROR    StatefulSet shop/etcd  spec.template.spec.containers[0].args[0]
                                 found  "_etcd-server._tcp.etcd-headless.shop.svc"
                                 why    Service shop/etcd-headless has no TCP port named "etcd-server", so DNS has no such record
                                 fix    name a port of that Service etcd-server
                                 rule   PortRecordsExist""");
    }

    @Test
    void a_port_of_another_protocol_does_not_count() {
        assertThat(judge(rule, EXAMPLE.replace("name: peer", "name: etcd-server, protocol: UDP")))
                .isEqualTo(
                        """
                        ERROR    StatefulSet shop/etcd  spec.template.spec.containers[0].args[0]
                                 found  "_etcd-server._tcp.etcd-headless.shop.svc"
                                 why    Service shop/etcd-headless has no TCP port named "etcd-server", so DNS has no such record
                                 fix    name a port of that Service etcd-server
                                 rule   PortRecordsExist""");
    }

    @Test
    void a_named_port_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("name: peer", "name: etcd-server")))
                .isEmpty();
    }

    @Test
    void a_service_of_others_is_not_judged() {
        assertThat(judge(rule, EXAMPLE.replace("name: etcd-headless", "name: etcd-peers")))
                .isEmpty();
    }
}
