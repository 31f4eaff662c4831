package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PolicyNamesNamespacesTest {
    static final String EXAMPLE =
            """
            kind: NetworkPolicy
            metadata: {name: orders-db, namespace: shop}
            spec:
              podSelector: {matchLabels: {app: orders-db}}
              ingress:
                - from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: Web_Shop}}}]
            """;

    private final Rule rule = new PolicyNamesNamespaces();

    @Test
    void a_name_that_no_namespace_can_have_is_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        ERROR    NetworkPolicy shop/orders-db  spec.ingress[0].from[0].namespaceSelector.matchLabels[kubernetes.io/metadata.name]
                                 found  "Web_Shop"
                                 why    the label holds the name of its namespace, and none can have this one, so nobody is let
                                        through
                                 fix    write the name of a namespace: 1 to 63 lower-case letters, digits and dashes, with no dash at
                                        an end
                                 rule   PolicyNamesNamespaces""");
    }

    @Test
    void no_name_is_refused_on_the_way_out_too() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace("ingress:", "egress:")
                                .replace("from:", "to:")
                                .replace("Web_Shop", "\"\"")))
                .isEqualTo(
                        """
                        ERROR    NetworkPolicy shop/orders-db  spec.egress[0].to[0].namespaceSelector.matchLabels[kubernetes.io/metadata.name]
                                 found  nothing
                                 why    the label holds the name of its namespace, and none can have this one, so nobody is let
                                        through
                                 fix    write the name of a namespace: 1 to 63 lower-case letters, digits and dashes, with no dash at
                                        an end
                                 rule   PolicyNamesNamespaces""");
    }

    @Test
    void names_of_namespaces_and_other_labels_are_accepted() {
        assertThat(judge(rule, EXAMPLE.replace("Web_Shop", "web-shop-2"))).isEmpty();
        assertThat(judge(rule, EXAMPLE.replace("kubernetes.io/metadata.name", "team")))
                .isEmpty();
    }
}
