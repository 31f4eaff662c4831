package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServiceAccountExistsTest {
    static final String EXAMPLE =
            """
            kind: StatefulSet
            metadata: {name: orders-db, namespace: shop}
            spec: {template: {spec: {serviceAccountName: orders}}}
            ---
            kind: ServiceAccount
            metadata: {name: orders-db, namespace: shop}
            """;

    private final Rule rule = new ServiceAccountExists();

    @Test
    void an_account_that_nothing_uses_is_meant() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        WARNING  StatefulSet shop/orders-db  spec.template.spec.serviceAccountName
                                 found  "orders"
                                 why    this manifest makes no such account, but makes "orders-db", which nothing uses; pods of an
                                        account that does not exist are refused
                                 fix    write serviceAccountName: orders-db
                                 rule   ServiceAccountExists""");
    }

    @Test
    void the_account_of_the_manifest_is_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("serviceAccountName: orders}", "serviceAccountName: orders-db}")))
                .isEmpty();
    }

    @Test
    void an_account_that_exists_beforehand_is_accepted() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "kind: ServiceAccount\nmetadata: {name: orders-db, namespace: shop}",
                                "kind: Secret\nmetadata: {name: orders, namespace: shop}")))
                .isEmpty();
    }

    @Test
    void an_account_in_another_namespace_is_not_meant() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace("orders-db, namespace: shop}\n", "orders-db, namespace: bank}\n")
                                .replace(
                                        "kind: StatefulSet\nmetadata: {name: orders-db, namespace: bank}",
                                        "kind: StatefulSet\nmetadata: {name: orders-db, namespace: shop}")))
                .isEmpty();
    }

    @Test
    void the_default_account_is_always_there() {
        assertThat(judge(rule, EXAMPLE.replace("serviceAccountName: orders}", "serviceAccountName: default}")))
                .isEmpty();
    }
}
