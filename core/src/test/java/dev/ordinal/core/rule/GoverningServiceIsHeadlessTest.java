package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GoverningServiceIsHeadlessTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db}
            spec:
              replicas: 3
              serviceName: orders-db
              selector: {matchLabels: {app: orders-db}}
              template: {metadata: {labels: {app: orders-db, tier: data}}}
            ---
            kind: Service
            metadata: {name: orders-db}
            spec: {selector: {app: orders-db}}
            """;

    private final Rule rule = new GoverningServiceIsHeadless();

    @Test
    void a_service_with_an_address_is_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        ERROR    Service orders-db  spec.clusterIP
                                 found  nothing
                                 why    this Service governs StatefulSet orders-db, but only a headless one has a record for each pod:
                                        orders-db-0.orders-db will not resolve
                                 fix    write clusterIP: None, or name a headless Service in the serviceName of StatefulSet orders-db
                                 rule   GoverningServiceIsHeadless""");
    }

    @Test
    void a_written_address_is_refused() {
        assertThat(judge(rule, EXAMPLE.replace("{selector", "{clusterIP: 10.0.0.7, selector")))
                .isEqualTo(
                        """
                        ERROR    Service orders-db  spec.clusterIP
                                 found  "10.0.0.7"
                                 why    this Service governs StatefulSet orders-db, but only a headless one has a record for each pod:
                                        orders-db-0.orders-db will not resolve
                                 fix    write clusterIP: None, or name a headless Service in the serviceName of StatefulSet orders-db
                                 rule   GoverningServiceIsHeadless""");
    }

    @Test
    void an_external_name_is_refused() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "{selector: {app: orders-db}}", "{type: ExternalName, externalName: db.example.com}")))
                .isEqualTo(
                        """
                        ERROR    Service orders-db  spec.type
                                 found  "ExternalName"
                                 why    this Service governs StatefulSet orders-db, but an alias for a foreign name has no records for
                                        pods: orders-db-0.orders-db will not resolve
                                 fix    write clusterIP: None and a selector in place of type and externalName
                                 rule   GoverningServiceIsHeadless""");
    }

    @Test
    void a_headless_service_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("{selector", "{clusterIP: None, selector")))
                .isEmpty();
    }

    @Test
    void a_client_service_may_have_an_address() {
        assertThat(judge(rule, EXAMPLE.replace("{name: orders-db}\nspec: {sel", "{name: clients}\nspec: {sel")))
                .isEmpty();
    }

    @Test
    void one_member_behind_one_address_is_a_warning_only() {
        assertThat(judge(rule, EXAMPLE.replace("replicas: 3", "replicas: 1")))
                .isEqualTo(
                        """
                        WARNING  Service orders-db  spec.clusterIP
                                 found  nothing
                                 why    this Service governs StatefulSet orders-db, but only a headless one has a record for each pod:
                                        orders-db-0.orders-db will not resolve
                                 fix    write clusterIP: None, or name a headless Service in the serviceName of StatefulSet orders-db
                                 rule   GoverningServiceIsHeadless""");
    }

    @Test
    void endpoints_that_somebody_else_keeps_are_a_warning_only() {
        String endpoints =
                """
                ---
                kind: Endpoints
                metadata: {name: orders-db}
                """;

        assertThat(judge(
                        rule,
                        EXAMPLE.replace("spec: {selector: {app: orders-db}}", "spec: {type: ClusterIP}") + endpoints))
                .startsWith("WARNING  Service orders-db  spec.clusterIP");
        assertThat(judge(rule, EXAMPLE + endpoints)).startsWith("ERROR");
    }
}
