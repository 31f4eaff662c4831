package dev.ordinal.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Characters of two halves are read wherever in a document they stand, also across the edges of the engine's buffer. */
class BufferEdgeTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 8, 63})
    void an_emoji_is_read_at_every_offset_around_an_edge(int buffers) {
        for (int offset = buffers * 1025 - 130; offset <= buffers * 1025 + 8; offset++) {
            Map<String, ?> tree = tree("x".repeat(Math.max(0, offset - 60)) + "😀 and more 😀😀\n");
            Reading reading = StrictReader.read(YamlWriter.write(tree), "<text>");
            assertThat(reading.diagnostics())
                    .as("padding for offset %d", offset)
                    .isEmpty();
            assertThat(reading.documents()).singleElement().satisfies(document -> assertThat(document.tree())
                    .isEqualTo(tree));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1024, 1025, 5000})
    void nothing_but_emoji_is_read_whole(int count) {
        Map<String, ?> tree = tree("😀".repeat(count));
        List<Document> documents =
                StrictReader.read(YamlWriter.write(tree), "<text>").documents();
        assertThat(documents).singleElement().satisfies(document -> assertThat(document.tree())
                .isEqualTo(tree));
    }

    private static Map<String, ?> tree(String text) {
        return Map.of(
                "apiVersion", "v1", "kind", "ConfigMap", "metadata", Map.of("name", "c"), "data", Map.of("text", text));
    }
}
