package dev.ordinal.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The reader against a real API server's decoder. */
class StrictReaderConformanceTest {
    @Test
    void exactly_what_the_server_could_not_decode_is_refused() {
        List<String> wrong = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        RecordedObjects.lines("creates.jsonl.gz").forEach(line -> {
            boolean expected = "BadRequest".equals(line.get("reason"));
            String json = RecordedObjects.json(RecordedObjects.edited(line));
            Reading reading = StrictReader.read(json, "<text>");
            boolean found =
                    reading.diagnostics().stream().anyMatch(d -> d.refusal().isPresent());
            if (expected != found) {
                wrong.add(line.get("base") + " " + line.get("edits") + " expected " + expected + " "
                        + reading.diagnostics());
            } else if (expected) {
                refused.add(json);
            }
        });
        assertThat(wrong).isEmpty();
        assertThat(refused).hasSizeGreaterThan(800);
    }

    @Test
    void yaml_is_refused_exactly_where_json_is() {
        int[] number = {0};
        assertThat(RecordedObjects.lines("creates.jsonl.gz")
                        .filter(line -> number[0]++ % 19 == 0)
                        .map(RecordedObjects::edited)
                        .filter(object -> !rules(RecordedObjects.json(object)).equals(rules(new Yaml().dump(object)))))
                .isEmpty();
    }

    @Test
    void what_a_server_gives_back_is_read_without_a_finding() {
        List<String> wrong = new ArrayList<>();
        RecordedObjects.lines("live.jsonl.gz").forEach(line -> {
            Reading reading = StrictReader.read(RecordedObjects.json(line.get("live")), "<text>");
            if (!reading.diagnostics().isEmpty() || reading.documents().get(0).model() == null) {
                wrong.add(line + " " + reading.diagnostics());
            } else {
                assertThat(comparable(modelTree(reading))).isEqualTo(comparable(line.get("live")));
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void valid_objects_keep_every_value() {
        RecordedObjects.BASES.forEach((name, base) -> {
            for (String text : List.of(RecordedObjects.json(base), new Yaml().dump(base))) {
                Reading reading = StrictReader.read(text, "<text>");
                assertThat(reading.diagnostics()).as(name).isEmpty();
                assertThat(comparable(reading.documents().get(0).tree()))
                        .as(name)
                        .isEqualTo(comparable(base));
                assertThat(comparable(modelTree(reading))).as(name).isEqualTo(comparable(base));
            }
        });
    }

    private static Map<String, @Nullable Object> modelTree(Reading reading) {
        return Trees.of(Objects.requireNonNull(reading.documents().get(0).model()));
    }

    private static Set<String> rules(String text) {
        return StrictReader.read(text, "<text>").diagnostics().stream()
                .map(d -> d.rule() + " " + d.path())
                .collect(Collectors.toSet());
    }

    /** Without nulls and empties, and with all integers in one type: a model keeps an int64 in a Long. */
    private static @Nullable Object comparable(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> entries = new TreeMap<>();
            map.forEach((key, item) -> {
                Object kept = comparable(item);
                if (kept != null) {
                    entries.put(String.valueOf(key), kept);
                }
            });
            return entries;
        } else if (value instanceof List<?> list) {
            List<@Nullable Object> items = new ArrayList<>();
            list.forEach(item -> items.add(comparable(item)));
            return items.isEmpty() ? null : items;
        }
        return value instanceof Number number ? (Object) number.longValue() : value;
    }
}
