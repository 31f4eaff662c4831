package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SysctlsAreNamespacedTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              template:
                spec:
                  securityContext: {sysctls: [{name: vm.max_map_count, value: "262144"}]}
            """;

    private final Rule rule = new SysctlsAreNamespaced();

    @Test
    void a_parameter_of_the_node_is_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        ERROR    StatefulSet orders-db  spec.template.spec.securityContext.sysctls[0].name
                                 found  "vm.max_map_count"
                                 why    the parameter belongs to the whole node, and every kubelet refuses a pod that sets it
                                 fix    set it on the nodes themselves, and remove it here
                                 rule   SysctlsAreNamespaced""");
    }

    @Test
    void an_unsafe_one_is_reported() {
        assertThat(judge(rule, EXAMPLE.replace("vm.max_map_count", "net.core.somaxconn")))
                .isEqualTo(
                        """
                        WARNING  StatefulSet orders-db  spec.template.spec.securityContext.sysctls[0].name
                                 found  "net.core.somaxconn"
                                 why    a kubelet refuses the pod unless the parameter is among its allowed unsafe ones
                                 fix    allow it on the nodes with --allowed-unsafe-sysctls, or remove it
                                 rule   SysctlsAreNamespaced""");
    }

    @Test
    void a_safe_one_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("vm.max_map_count", "net.ipv4.tcp_keepalive_time")))
                .isEmpty();
    }

    @Test
    void slashes_are_dots() {
        assertThat(judge(rule, EXAMPLE.replace("vm.max_map_count", "net/ipv4/tcp_keepalive_time")))
                .isEmpty();
    }
}
