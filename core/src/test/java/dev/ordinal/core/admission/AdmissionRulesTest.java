package dev.ordinal.core.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Every rule of the API validation, by its number in the files of {@code catalogue}: a sound object with one thing put at one
 * place, and all causes that the server gives for it. P stands for a pod's spec, C for its first container, {@code <9 a>} for
 * nine letters, {@code {9 times: x}} for a list of nine.
 */
class AdmissionRulesTest {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final List<String> FILES = List.of(
            "metadata",
            "statefulset",
            "containers",
            "volumes",
            "pods",
            "services",
            "claims",
            "configuration",
            "policies",
            "roles",
            "jobs",
            "autoscalers",
            "cluster");
    private static final Pattern LETTERS = Pattern.compile("<(\\d+) (.)>");

    @ParameterizedTest
    @MethodSource("rows")
    void a_rule_gives_the_causes_of_the_server(Row row) {
        assertThat(Corpus.judgedByManifest(row.object())).isEqualTo(row.causes());
    }

    @ParameterizedTest
    @MethodSource("files")
    void what_the_rows_change_is_sound(String file) {
        sound(file).forEach((name, object) -> assertThat(Corpus.judgedByManifest(Corpus.map(object)))
                .as(name)
                .isEmpty());
    }

    @Test
    void every_rule_is_tried_or_has_a_reason_why_it_cannot_be() {
        Set<String> ids = new TreeSet<>();
        read("ids").forEach((group, count) -> IntStream.rangeClosed(1, (Integer) Objects.requireNonNull(count))
                .forEach(number -> ids.add("%s-%03d".formatted(group, number))));
        Set<String> tried =
                rows().map(Row::id).filter(id -> !id.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
        Map<String, Object> untried = new LinkedHashMap<>();
        FILES.forEach(file -> Corpus.map(read(file).get("unreachable")).forEach(untried::put));

        assertThat(untried.values())
                .allSatisfy(reason -> assertThat((String) reason).hasSizeGreaterThan(20));
        assertThat(tried).doesNotContainAnyElementsOf(untried.keySet());
        tried.addAll(untried.keySet());
        assertThat(ids).hasSize(547).isEqualTo(tried);
    }

    static Stream<String> files() {
        return FILES.stream();
    }

    static Stream<Row> rows() {
        return FILES.stream().flatMap(file -> {
            Map<String, @Nullable Object> sound = sound(file);
            return Corpus.list(read(file).get("refused")).stream().map(row -> row(Corpus.map(row), sound));
        });
    }

    private static Row row(Map<String, @Nullable Object> row, Map<String, @Nullable Object> sound) {
        String of = Corpus.text(row.get("of"));
        Map<String, @Nullable Object> base =
                Corpus.map(of.isEmpty() ? sound.values().iterator().next() : sound.get(of));
        return new Row(
                Corpus.text(row.get("id")),
                of + " " + row.get("at") + ": " + row.get("put"),
                changed(base, Corpus.text(row.get("at")), row),
                causes(Corpus.text(row.get("causes"))));
    }

    private static Map<String, @Nullable Object> changed(
            Map<String, @Nullable Object> base, String at, Map<String, @Nullable Object> row) {
        if (at.isEmpty()) {
            return Corpus.map(expanded(row.get("put")));
        }
        List<@Nullable Object> edit = new ArrayList<>();
        edit.add(RulesTest.path(full(at)));
        if (row.containsKey("put")) {
            edit.add(expanded(row.get("put")));
        }
        return Corpus.edited(base, List.of(edit));
    }

    private static Set<String> causes(String text) {
        return Stream.of(text.split(", (?=[A-Z][A-Za-z]+ )"))
                .map(cause -> cause.split(" ", 2))
                .map(cause -> "FieldValue" + cause[0] + " " + full(cause[1]))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String full(String path) {
        return path.replaceFirst("^C(?=\\.|$)", "P.containers[0]").replaceFirst("^P(?=\\.|$)", "spec.template.spec");
    }

    private static @Nullable Object expanded(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            String key =
                    map.size() == 1 ? String.valueOf(map.keySet().iterator().next()) : "";
            if (key.endsWith(" times")) {
                return Collections.nCopies(
                        Integer.parseInt(key.substring(0, key.length() - 6)), expanded(map.get(key)));
            }
            Map<String, @Nullable Object> expanded = new LinkedHashMap<>();
            map.forEach((name, item) -> expanded.put(letters((String) name), expanded(item)));
            return expanded;
        } else if (value instanceof List<?> list) {
            List<@Nullable Object> expanded = new ArrayList<>();
            list.forEach(item -> expanded.add(expanded(item)));
            return expanded;
        }
        return value instanceof String text ? letters(text) : value;
    }

    private static String letters(String text) {
        Matcher letters = LETTERS.matcher(text);
        return letters.replaceAll(match -> match.group(2).repeat(Integer.parseInt(match.group(1))));
    }

    private static Map<String, @Nullable Object> sound(String file) {
        return Corpus.map(read(file).get("sound"));
    }

    private static Map<String, @Nullable Object> read(String file) {
        try (InputStream text = AdmissionRulesTest.class.getResourceAsStream("catalogue/" + file + ".yaml")) {
            return Corpus.map(YAML.readValue(Objects.requireNonNull(text), Map.class));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** One way to break a rule. */
    record Row(String id, String told, Map<String, @Nullable Object> object, Set<String> causes) {
        @Override
        public String toString() {
            return (id + " " + told).strip();
        }
    }
}
