package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HostNamesStayStableTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-database, namespace: shopping}
            spec:
              serviceName: orders-database-headless
              replicas: 3
              template: {spec: {setHostnameAsFQDN: true}}
            """;

    private final Rule rule = new HostNamesStayStable();

    @Test
    void a_whole_name_that_is_too_long_is_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        ERROR    StatefulSet shopping/orders-database  spec.template.spec.setHostnameAsFQDN
                                 found  true, for orders-database-2.orders-database-headless.shopping.svc.cluster.local
                                 why    that host name has 69 characters, Linux takes 64, and the pod stays in ContainerCreating
                                 fix    remove setHostnameAsFQDN, or shorten the names of the set and its Service
                                 rule   HostNamesStayStable""");
    }

    @Test
    void one_name_for_all_members_is_reported() {
        assertThat(judge(rule, EXAMPLE.replace("setHostnameAsFQDN: true", "hostnameOverride: orders.example")))
                .isEqualTo(
                        """
                        WARNING  StatefulSet shopping/orders-database  spec.template.spec.hostnameOverride
                                 found  "orders.example"
                                 why    all members take that one host name for their own, and cannot be told apart by it
                                 fix    remove hostnameOverride
                                 rule   HostNamesStayStable""");
    }

    @Test
    void a_whole_name_that_fits_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("orders-database-headless", "orders")))
                .isEmpty();
    }

    @Test
    void one_name_for_one_member_is_accepted() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace("setHostnameAsFQDN: true", "hostnameOverride: orders.example")
                                .replace("replicas: 3", "replicas: 1")))
                .isEmpty();
    }
}
