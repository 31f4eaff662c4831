package dev.ordinal.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrickyTextsTest {
    static List<String> texts() {
        return TrickyTexts.all();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void a_text_survives_wherever_it_stands(String text) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(text, text);
        tree.put("map" + text, Map.of(text, Map.of(text, text)));
        tree.put("items", List.of(text, text));
        tree.put(
                "maps",
                List.of(Map.of(text, text), Map.of("name", text), Map.of(text, List.of(text, Map.of(text, 1)))));
        tree.put("lists", List.of(List.of(text, List.of(text)), List.of(List.of(Map.of(text, text)))));
        tree.put("last", text);
        String written = YamlWriter.write(List.of(tree, tree));
        assertThat(Readers.yaml12(written)).containsExactly(tree, tree);
        assertThat(Readers.yaml11(written)).containsExactly(tree, tree);
        assertThat(Readers.server(written)).containsExactly(tree, tree);
    }
}
