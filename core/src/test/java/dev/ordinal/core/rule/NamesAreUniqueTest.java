package dev.ordinal.core.rule;

import static dev.ordinal.core.rule.Judge.judge;
import static org.assertj.core.api.Assertions.assertThat;

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
}
