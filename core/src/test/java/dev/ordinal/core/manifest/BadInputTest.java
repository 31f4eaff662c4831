package dev.ordinal.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.diagnostic.Report;
import dev.ordinal.core.yaml.RecordedObjects;
import dev.ordinal.core.yaml.TreeArbitraries;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a text holds, it becomes a manifest with a report, judged by everything that judges. */
class BadInputTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<Object> BASES =
            RecordedObjects.BASES.values().stream().map(Objects::requireNonNull).toList();
    private static final String ALL = new Yaml().dumpAll(BASES.iterator());

    @Example
    void ten_thousand_texts_of_random_bytes_are_judged() {
        Random random = new Random(1);
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            judge(new String(bytes, i % 2 == 0 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8));
        }
        List<String> sound = BASES.stream().map(base -> new Yaml().dump(base)).toList();
        for (int i = 0; i < 5_000; i++) {
            judge(wounded(sound.get(random.nextInt(sound.size())), random));
        }
    }

    @Example
    void files_of_random_bytes_are_judged() throws Exception {
        Path file = Files.createTempFile("bad", ".yaml");
        Random random = new Random(2);
        for (int i = 0; i < 100; i++) {
            byte[] bytes = wounded(ALL, random).getBytes(StandardCharsets.UTF_8);
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            Files.write(file, bytes);
            assertThat(Manifest.read(file).report().toString()).isNotEmpty();
        }
        Files.delete(file);
    }

    @Example
    void documents_that_break_off_anywhere_are_judged() {
        for (int length = 0; length < ALL.length(); length += 151) {
            judge(ALL.substring(0, length));
        }
        String json = JSON.writeValueAsString(BASES.get(0));
        for (int length = 0; length < json.length(); length += 31) {
            judge(json.substring(0, length));
        }
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    @Domain(DomainContext.Global.class)
    @Domain(TreeArbitraries.class)
    void any_tree_of_json_is_judged(@ForAll Map<String, Object> tree) {
        judge(JSON.writeValueAsString(tree));
    }

    @Property(tries = 600)
    void any_value_in_any_place_of_an_object_is_judged(@ForAll long seed) {
        Random random = new Random(seed);
        List<Object> objects = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Object copy =
                    JSON.readValue(JSON.writeValueAsString(BASES.get(random.nextInt(BASES.size()))), Object.class);
            put(copy, random);
            objects.add(copy);
        }
        judge(JSON.writeValueAsString(Map.of("apiVersion", "v1", "kind", "List", "items", objects)));
    }

    private static void judge(String text) {
        Report report = Manifest.parse(text).report();
        assertThat(report.diagnostics()).doesNotContainNull();
        assertThat(report.lines())
                .doesNotContain("fault of the reader")
                .hasLineCount(report.diagnostics().size());
    }

    /** The text with a few characters changed, some of which mean something in YAML. */
    private static String wounded(String text, Random random) {
        StringBuilder wounded = new StringBuilder(text);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(wounded.length());
            String signs = ":-\n\t {}[],'\"#&*!|>%@`~0\u0000\uD800\uFEFF\u0085";
            char sign =
                    random.nextBoolean() ? signs.charAt(random.nextInt(signs.length())) : (char) random.nextInt(256);
            switch (random.nextInt(3)) {
                case 0 -> wounded.setCharAt(at, sign);
                case 1 -> wounded.insert(at, sign);
                default -> wounded.delete(at, Math.min(wounded.length(), at + 1 + random.nextInt(8)));
            }
            if (wounded.isEmpty()) {
                return "";
            }
        }
        return wounded.toString();
    }

    private static final List<Object> ODD = List.of(
            "",
            " ",
            "a",
            "-1",
            "{}",
            List.of(),
            Map.of(),
            List.of(List.of()),
            List.of(Map.of()),
            Map.of("a", Map.of()),
            0,
            -1,
            Integer.MAX_VALUE,
            Long.MIN_VALUE,
            1.5,
            true,
            "x".repeat(300),
            "\u0000",
            "10Gi",
            List.of(1, "a", true));

    /** Walks down to some place and puts something there. */
    @SuppressWarnings("unchecked")
    private static void put(Object place, Random random) {
        if (place instanceof Map<?, ?> map && !map.isEmpty()) {
            Object key = new ArrayList<>(map.keySet()).get(random.nextInt(map.size()));
            Object inner = map.get(key);
            if (inner != null && random.nextInt(6) > 0 && (inner instanceof Map || inner instanceof List)) {
                put(inner, random);
            } else {
                ((Map<Object, Object>) map).put(key, ODD.get(random.nextInt(ODD.size())));
            }
        } else if (place instanceof List<?> list && !list.isEmpty()) {
            int index = random.nextInt(list.size());
            if (random.nextInt(6) > 0 && (list.get(index) instanceof Map || list.get(index) instanceof List)) {
                put(list.get(index), random);
            } else {
                ((List<Object>) list).set(index, ODD.get(random.nextInt(ODD.size())));
            }
        }
    }
}
