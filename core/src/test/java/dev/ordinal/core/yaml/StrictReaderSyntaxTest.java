package dev.ordinal.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.diagnostic.Diagnostic;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said about a text that is no YAML or JSON. */
class StrictReaderSyntaxTest {
    private static Diagnostic only(String text) {
        Reading reading = StrictReader.read(text, "app.yaml");
        assertThat(reading.documents()).isEmpty();
        assertThat(reading.diagnostics()).hasSize(1);
        return reading.diagnostics().get(0);
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("a:\n\tb: 1\n", "2:1", "replace the tab with spaces, two for each level"),
                Arguments.of("a: 1\nreplicas:3\n", "2:1", "write replicas: 3"),
                Arguments.of("replicas:3\na: 1\n", "1:1", "write replicas: 3"),
                Arguments.of("replicas:3\n", "1:1", "write replicas: 3, with a space after the colon"),
                Arguments.of("a: b: c\n", "1:5", "put quotes around the value"),
                Arguments.of("a:\n   b: 1\n  c: 2\n", "3:3", "align it with the keys or list items that it belongs to"),
                Arguments.of("a: b\n  c: d\n", "2:4", "align it with the keys or list items that it belongs to"),
                Arguments.of("a:\n- b\n c: 1\n", "3:3", "align it with the keys or list items that it belongs to"),
                Arguments.of("a: \"b\nc: d\n", "1:4", "close it: add \" at the end of the value"),
                Arguments.of("a: 'b\nc: d\n", "1:4", "close it: add ' at the end of the value"),
                Arguments.of("a: \"\\d\"\n", "1:6", "use single quotes around the text, or write \\\\ for a backslash"),
                Arguments.of(
                        "a: 'it's'\n",
                        "1:8",
                        "put the whole value in one pair of quotes, and double a quote that is part of it"),
                Arguments.of(
                        "a:\n- exec\n  db\n  # c\n  --d\n", "5:3", "remove the comment, or move it out of the value"),
                Arguments.of("a: [1, 2\nb: 3\n", "1:4", "add the missing ], or a comma between the values"),
                Arguments.of("a: {b: 1\nc: 3\n", "1:4", "add the missing }, or a comma between the values"),
                Arguments.of("a: @b\n", "1:4", "put quotes around the value"),
                Arguments.of("schedule: * * * * *\n", "1:12", "put quotes around the value"),
                Arguments.of("a: *b\n", "1:4", "put quotes around it if it is meant as text, or write the value out"),
                Arguments.of("a: &b [*b]\n", "1:8", "write the value out instead of the alias"),
                Arguments.of("<<: 5\n", "1:5", "write the keys out"),
                Arguments.of("a: !!int b\n", "1:4", "remove the tag"),
                Arguments.of("a:\n-\tb: 1\n", "2:2", "replace the tab with spaces, two for each level"),
                Arguments.of("a: .nan\n", "1:4", "put quotes around it if it is meant as text"),
                Arguments.of("? [a]\n: b\n", "1:3", "write a text as the key, in quotes if need be"),
                Arguments.of("~: b\n", "1:1", "write a text as the key, in quotes if need be"),
                Arguments.of("a: \u0001\n", "1:4", "remove it, or write it as \"\\u0001\" in double quotes"),
                Arguments.of("<<<<<<< HEAD\na: 1\n", "1:1", "resolve the conflict and remove its marks"),
                Arguments.of(
                        "a: {{ .Values.b }}\n",
                        "1:5",
                        "render the template first (helm template), or put quotes around the value"),
                Arguments.of(
                        "{{- if .Values.b }}\na: 1\n{{- end }}\n",
                        "1:2",
                        "render the template first (helm template), or put quotes around the value"),
                Arguments.of("hello\n", "1:1", "begin with apiVersion, kind and metadata"),
                Arguments.of(
                        "- a: 1\n", "1:1", "put each item into a document of its own, with a line --- between them"),
                Arguments.of(
                        "{\"a\": 1 \"b\": 2}",
                        "1:9",
                        "check for a missing comma or quote before this place, and for a comma too many"),
                Arguments.of(
                        "{\"a\": {\n",
                        "2:1",
                        "add the missing } or ] or quote; the end of the text may have been cut off"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void the_place_and_the_fix_are_told(String text, String place, String fix) {
        Diagnostic found = only(text);
        assertThat(found.fix()).isEqualTo(fix);
        assertThat(found.position()).map(Object::toString).contains("app.yaml:" + place);
        assertThat(found.refusal()).map(refusal -> refusal.reason()).contains("BadRequest");
    }

    @Test
    void a_document_that_cannot_be_parsed_is_called_by_its_name_all_the_same() {
        assertThat(
                        only(
                                """
                # the database
                apiVersion: apps/v1
                kind: StatefulSet
                metadata:
                  labels:
                    app: db
                  name: orders-db
                spec:
                  replicas: 3
                  serviceName: "db
                """))
                .hasToString(
                        """
                ERROR    StatefulSet orders-db
                         at     app.yaml:10:16
                         found  "serviceName: "db"
                         why    the quote that begins here is never closed, so all that follows belongs to the text
                         fix    close it: add " at the end of the value
                         rule   ReadableYaml""");
    }

    @Test
    void a_line_of_a_secret_is_not_shown() {
        assertThat(only("apiVersion: v1\nkind: Secret\nstringData:\n  password: \"hunter2\n")
                        .found())
                .isEqualTo("a line of a Secret, not shown");
    }

    @Test
    void line_numbers_are_those_of_the_whole_text() {
        Reading reading = StrictReader.read("---\nkind: A\n---\n---\n# c\n\na: @b\n...\n\r\nc: @d\n", "<text>");
        assertThat(reading.diagnostics().stream()
                        .map(d -> d.position().orElseThrow().line()))
                .isEqualTo(List.of(2, 7, 10));
    }
}
