package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.manifest.Manifest;
import org.junit.jupiter.api.Test;

class NamesAreUniqueTest {
    static final String EXAMPLE =
            """
            kind: ConfigMap
            metadata: {name: orders-db, namespace: shop}
            data: {a: "1"}
            ---
            kind: ConfigMap
            metadata: {name: orders-db, namespace: shop}
            data: {b: "2"}
            """;

    private static final String NAMESAKES =
            """
            apiVersion: v1
            kind: Service
            metadata: {name: orders, namespace: shop}
            spec: {ports: [{port: 80}], selector: {app: orders}}
            ---
            apiVersion: serving.knative.dev/v1
            kind: Service
            metadata: {name: orders, namespace: shop}
            spec: {template: {spec: {containers: [{image: "registry.example.com/orders:1"}]}}}
            """;

    private final Rule rule = new NamesAreUnique();

    @Test
    void two_objects_of_one_name_are_refused() {
        assertThat(judge(rule, EXAMPLE))
                .isEqualTo(
                        """
                        ERROR    ConfigMap shop/orders-db  metadata.name
                                 found  "orders-db", 2 times
                                 why    the objects of that name overwrite each other without a word, and the last one that is applied
                                        is all that stays
                                 fix    give each its own name, or remove all but one
                                 rule   NamesAreUnique""");
    }

    @Test
    void an_unwritten_namespace_is_the_default_one() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                        "orders-db, namespace: shop}\ndata: {a",
                                        "orders-db, namespace: default}\ndata: {a")
                                .replace("orders-db, namespace: shop}\ndata: {b", "orders-db}\ndata: {b")))
                .isEqualTo(
                        """
                        ERROR    ConfigMap default/orders-db  metadata.name
                                 found  "orders-db", 2 times
                                 why    the objects of that name overwrite each other without a word, and the last one that is applied
                                        is all that stays
                                 fix    give each its own name, or remove all but one
                                 rule   NamesAreUnique""");
    }

    @Test
    void another_namespace_is_accepted() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "orders-db, namespace: shop}\ndata: {b", "orders-db, namespace: bank}\ndata: {b")))
                .isEmpty();
    }

    @Test
    void another_kind_is_accepted() {
        assertThat(judge(
                        rule,
                        EXAMPLE.replace(
                                "kind: ConfigMap\nmetadata: {name: orders-db, namespace: shop}\ndata: {b: \"2\"}",
                                "kind: Secret\nmetadata: {name: orders-db, namespace: shop}")))
                .isEmpty();
    }

    @Test
    void objects_without_a_name_are_left_to_others() {
        assertThat(judge(rule, EXAMPLE.replace("name: orders-db, ", ""))).isEmpty();
    }

    @Test
    void the_same_object_twice_is_a_warning_only() {
        assertThat(judge(rule, EXAMPLE.replace("{b: \"2\"}", "{a: \"1\"}")))
                .isEqualTo(
                        """
                        WARNING  ConfigMap shop/orders-db  metadata.name
                                 found  "orders-db", 2 times
                                 why    they say the same, so one of them is idle: whoever changes it changes nothing, or has it
                                        overwritten
                                 fix    remove all but one
                                 rule   NamesAreUnique""");
    }

    /** Knative calls one of its kinds Service too, and gives it the name of the Service that it makes. */
    @Test
    void a_kind_of_another_group_that_is_called_the_same_is_accepted() {
        assertThat(judge(rule, NAMESAKES)).isEmpty();
        assertThat(Manifest.parse(NAMESAKES).report().diagnostics())
                .extracting(Diagnostic::rule)
                .doesNotContain("NamesAreUnique");
    }

    @Test
    void two_versions_of_one_group_are_one_kind() {
        assertThat(judge(rule, NAMESAKES.replace("apiVersion: v1", "apiVersion: serving.knative.dev/v1beta1")))
                .contains("\"orders\", 2 times");
    }
}
