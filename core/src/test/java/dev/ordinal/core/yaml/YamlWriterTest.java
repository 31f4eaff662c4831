package dev.ordinal.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class YamlWriterTest {
    @Test
    void maps_and_lists_stand_in_blocks_and_empty_ones_in_brackets() {
        Map<String, Object> tree = tree(
                "containers",
                List.of(
                        tree("name", "a", "ports", List.of(tree("name", "sql", "containerPort", 5432))),
                        tree("name", "b")),
                "args",
                List.of("-c", "exit 0"),
                "matrix",
                List.of(List.of(1, 2), List.of(List.of(3), Map.of()), List.of()),
                "emptyDir",
                Map.of(),
                "nothing",
                null,
                "on",
                true);
        assertThat(YamlWriter.write(tree))
                .isEqualTo(
                        """
                containers:
                  - name: a
                    ports:
                      - name: sql
                        containerPort: 5432
                  - name: b
                args:
                  - -c
                  - exit 0
                matrix:
                  - - 1
                    - 2
                  - - - 3
                    - {}
                  - []
                emptyDir: {}
                nothing: null
                "on": true
                """);
    }

    @Test
    void documents_are_parted_by_a_line_and_the_text_ends_with_a_line_break() {
        assertThat(YamlWriter.write(List.of(Map.of("a", 1), Map.of(), Map.of("b", 2))))
                .isEqualTo("a: 1\n---\n{}\n---\nb: 2\n");
        assertThat(YamlWriter.write(List.<Map<String, Object>>of())).isEmpty();
    }

    @Test
    void quotes_are_double_unless_single_ones_save_escapes() {
        assertThat(YamlWriter.write(tree(
                        "word", "no",
                        "number", "5432",
                        "empty", "",
                        "json", "{\"a\": \"C:\\\\b\"}",
                        "both", "'\"",
                        "tab", "\ta\"",
                        "bell", "\u0007 \u202E \uFEFF \uDBFF\uDFFF \uDB40\uDC01 \uD800")))
                .isEqualTo(
                        """
                        word: "no"
                        number: "5432"
                        empty: ""
                        json: '{"a": "C:\\\\b"}'
                        both: "'\\""
                        tab: "\\ta\\""
                        bell: "\\x07 \\u202E \\uFEFF \uDBFF\uDFFF \\U000E0001 \\uD800"
                        """);
    }

    @Test
    void lines_stand_in_a_literal_block_that_says_how_it_ends_and_where_it_begins() {
        assertThat(YamlWriter.write(tree(
                        "one", "a\n",
                        "none", "a\n\n  b \n\tc",
                        "many", "a\n\n\n",
                        "indented", "  a\nb\n",
                        "items", List.of("\n a\n", tree("k", "x\ny")))))
                .isEqualTo(
                        """
                        one: |
                          a
                        none: |-
                          a

                            b\s
                          \tc
                        many: |+
                          a


                        indented: |2
                            a
                          b
                        items:
                          - |2

                             a
                          - k: |-
                              x
                              y
                        """);
    }

    @Test
    void lines_that_a_block_cannot_carry_are_escaped() {
        assertThat(YamlWriter.write(tree("crlf", "a\r\nb\r\n", "blank", " \n", "bom", "\uFEFFa\n")))
                .isEqualTo(
                        """
                        crlf: "a\\r\\nb\\r\\n"
                        blank: " \\n"
                        bom: "\\uFEFFa\\n"
                        """);
    }

    @Test
    void long_text_is_never_folded_and_a_long_key_is_marked() {
        String text = "word ".repeat(400) + "end";
        assertThat(YamlWriter.write(tree(text, tree(text, text, "a", List.of(tree(text, 1))))))
                .isEqualTo("? " + text + "\n:\n  ? " + text + "\n  : " + text + "\n  a:\n    - ? " + text
                        + "\n      : 1\n");
    }

    @Test
    void numbers_are_decimal_for_every_reader() {
        assertThat(YamlWriter.write(tree(
                        "int",
                        -1,
                        "long",
                        1L << 40,
                        "big",
                        new BigInteger("18446744073709551615"),
                        "whole",
                        3.0,
                        "tenBillion",
                        1.0E10,
                        "tiny",
                        1.0E-10,
                        "huge",
                        1.5E300,
                        "float",
                        0.1f,
                        "decimal",
                        new BigDecimal("1E+3"),
                        "minus",
                        -0.0,
                        "infinite",
                        Double.NEGATIVE_INFINITY)))
                .isEqualTo(
                        """
                        int: -1
                        long: 1099511627776
                        big: 18446744073709551615
                        whole: 3.0
                        tenBillion: 10000000000.0
                        tiny: 1.0e-10
                        huge: 1.5e+300
                        float: 0.1
                        decimal: 1000.0
                        minus: -0.0
                        infinite: -.inf
                        """);
    }

    @Test
    void what_is_no_plain_tree_is_refused() {
        assertThatThrownBy(() -> YamlWriter.write(Map.of("at", Instant.EPOCH)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A tree holds maps, lists, texts, numbers, booleans and nulls, but not java.time.Instant");
        assertThatThrownBy(() -> YamlWriter.write(Map.of("map", Map.of(1, 2))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A key must be a text, but one is java.lang.Integer");
    }

    private static Map<String, @Nullable Object> tree(@Nullable Object... keysAndValues) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            tree.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return tree;
    }
}
