package dev.ordinal.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.diagnostic.Severity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.yaml.snakeyaml.Yaml;

/** Nothing that can stand in a text makes the reader throw, hang or fill the memory. */
class StrictReaderRobustnessTest {
    private static final String JSON = RecordedObjects.json(RecordedObjects.BASES.get("sts-rich"));
    private static final String YAML = new Yaml().dump(RecordedObjects.BASES.get("sts-rich"));

    @Property(tries = 2000)
    void any_bytes_can_be_read(@ForAll @Size(max = 400) byte[] bytes) {
        check(StrictReader.read(bytes, "<bytes>"));
    }

    @Property(tries = 3000)
    void any_text_of_yaml_characters_can_be_read(@ForAll @From("yamlish") String text) {
        check(StrictReader.read(text, "<text>"));
    }

    @Provide
    Arbitrary<String> yamlish() {
        return Arbitraries.of(
                        "a", "kind", "v1", ":", ": ", "- ", "\n", "\n  ", "\n---\n", "\n...\n", "{", "}", "[", "]", ",",
                        "\"", "'", "|", ">", "#", " #", "&a ", "*a", "<<: ", "!!str ", "!x ", "%", "\t", "\r", "\r\n",
                        "~", "? ", "@", "`", "\\", "\u0000", "\uFEFF", "\uD83D", "\u0085", "1", "-", "0x", "{{", "}}")
                .list()
                .ofMaxSize(40)
                .map(words -> String.join("", words));
    }

    @Property(tries = 500)
    void any_beginning_of_a_manifest_can_be_read(@ForAll @IntRange(max = 6000) int length) {
        check(StrictReader.read(YAML.substring(0, Math.min(length, YAML.length())), "<text>"));
        check(StrictReader.read(JSON.substring(0, Math.min(length, JSON.length())), "<text>"));
    }

    @Property(tries = 1000)
    void a_manifest_with_a_strange_character_anywhere_can_be_read(
            @ForAll @IntRange(max = 6000) int place, @ForAll char strange) {
        for (String text : List.of(YAML, JSON)) {
            StringBuilder broken = new StringBuilder(text);
            broken.insert(Math.min(place, text.length()), strange);
            check(StrictReader.read(broken.toString(), "<text>"));
        }
    }

    @Property(tries = 200)
    void a_broken_document_does_not_hide_the_others(@ForAll @From("yamlish") String broken) {
        String good = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: good\n";
        Reading reading = StrictReader.read(good + "---\n" + broken + "\n---\n" + good, "<text>");
        assertThat(reading.documents())
                .filteredOn(document -> document.ref().name().equals("good") && document.model() != null)
                .hasSizeGreaterThanOrEqualTo(2);
    }

    private static void check(Reading reading) {
        reading.diagnostics().forEach(d -> {
            assertThat(d.severity()).isEqualTo(Severity.ERROR);
            assertThat(d.toString()).doesNotContain("fault of the reader");
            assertThat(d.position()).isPresent();
        });
        reading.documents().forEach(document -> assertThat(document.positions()).containsKey(""));
    }

    private static String first(String text) {
        Reading reading = StrictReader.read(text, "<text>");
        assertThat(reading.documents()).isEmpty();
        return reading.diagnostics().get(0).found();
    }

    @Example
    void deep_nesting_is_refused_and_not_followed() {
        String tooDeep = "more than 200 levels of lists and maps";
        assertThat(first("a: " + "[".repeat(1_000_000))).isEqualTo(tooDeep);
        assertThat(first("{\"a\":" + "[".repeat(1_000_000))).isEqualTo(tooDeep);
        assertThat(first("{\"a\":".repeat(100_000))).isEqualTo(tooDeep);
        assertThat(first("- ".repeat(100_000))).isEqualTo(tooDeep);
        assertThat(first("? ".repeat(100_000))).isNotEmpty();
        StringBuilder indented = new StringBuilder();
        for (int i = 0; i < 1000; i++) {
            indented.append(" ".repeat(i)).append("a:\n");
        }
        assertThat(first(indented.toString())).isEqualTo(tooDeep);
    }

    @Example
    void an_alias_bomb_is_refused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a" + i + ": &a" + i + " [")
                    .append(("*a" + (i - 1) + ", ").repeat(9))
                    .append("]\n");
        }
        assertThat(first(bomb.toString())).isEqualTo("aliases that stand for more than 100000 values");
    }

    @Example
    void aliases_that_nest_deeply_are_refused() {
        StringBuilder chain = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i < 400; i++) {
            chain.append("a" + i + ": &a" + i + " [*a" + (i - 1) + "]\n");
        }
        assertThat(first(chain.toString())).isEqualTo("more than 200 levels of lists and maps");
    }

    @Example
    void sizes_are_bounded() {
        assertThat(first("a: " + "x".repeat(3 * 1024 * 1024))).isEqualTo("a document of more than 3145728 bytes");
        assertThat(first("a: b\n---\n".repeat(8_000_000))).isEqualTo("the text of more than 67108864 bytes");
        Reading many = StrictReader.read("kind: X\n---\n".repeat(100_001), "<text>");
        assertThat(many.documents()).hasSize(100_000);
        assertThat(Objects.requireNonNull(
                                many.diagnostics().get(many.diagnostics().size() - 1))
                        .found())
                .isEqualTo("more than 100000 documents");
    }

    @Example
    void a_long_number_costs_no_time() {
        String digits = "9".repeat(2_000_000);
        assertThat(StrictReader.read("apiVersion: v1\nkind: ConfigMap\ndata: {a: " + digits + "}", "<text>")
                        .diagnostics())
                .isEmpty();
        assertThat(StrictReader.read(
                                "{\"apiVersion\":\"v1\",\"kind\":\"ConfigMap\",\"data\":{\"a\":" + digits + "}}",
                                "<text>")
                        .diagnostics())
                .hasSize(1);
    }

    @Example
    void only_so_many_findings_are_kept() {
        StringBuilder text = new StringBuilder("apiVersion: v1\nkind: ConfigMap\n");
        for (int i = 0; i < 20_000; i++) {
            text.append("field" + i + ": x\n");
        }
        List<String> found = new ArrayList<>();
        StrictReader.read(text.toString(), "<text>").diagnostics().forEach(d -> found.add(d.found()));
        assertThat(found).hasSize(501).endsWith("19500 more findings of this kind");
    }

    @Example
    void bytes_that_are_no_utf_8_are_named_with_their_place() {
        byte[] latin1 = "kind: X\nname: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(StrictReader.read(latin1, "a.yaml").diagnostics().get(0))
                .hasToString(
                        """
                ERROR    Text a.yaml
                         at     a.yaml:2:10
                         found  the byte 0xE9
                         why    the text is not UTF-8, and the API server reads nothing else
                         fix    save the file as UTF-8
                         rule   ReadableYaml""");
        assertThat(StrictReader.read("kind: X".getBytes(StandardCharsets.UTF_16), "a.yaml")
                        .diagnostics()
                        .get(0)
                        .why())
                .contains("UTF-16");
    }
}
