package dev.ordinal.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.domains.Domain;

@Domain(TreeArbitraries.class)
class YamlWriterPropertyTest {
    @Property
    void a_yaml_1_2_reader_gives_the_tree_back(@ForAll Map<String, Object> tree) {
        assertThat(Readers.yaml12(YamlWriter.write(tree))).containsExactly(tree);
    }

    @Property
    void a_yaml_1_1_reader_gives_the_tree_back(@ForAll Map<String, Object> tree) {
        assertThat(Readers.yaml11(YamlWriter.write(tree))).containsExactly(tree);
    }

    @Property
    void the_api_server_reads_the_same_tree(@ForAll Map<String, Object> tree) {
        assertThat(Readers.server(YamlWriter.write(tree))).containsExactly(tree);
    }

    @Property(tries = 300)
    void documents_stay_apart(@ForAll @Size(max = 4) List<Map<String, Object>> documents) {
        String text = YamlWriter.write(documents);
        assertThat(Readers.yaml12(text)).isEqualTo(documents);
        assertThat(Readers.yaml11(text)).isEqualTo(documents);
        assertThat(Readers.server(text)).isEqualTo(documents);
    }

    @Property(tries = 300)
    void a_tree_always_gives_the_same_text_and_keeps_its_order(@ForAll Map<String, Object> tree) {
        String text = YamlWriter.write(tree);
        assertThat(YamlWriter.write(new LinkedHashMap<>(tree))).isEqualTo(text);
        assertThat(((Map<?, ?>) Readers.server(text).get(0)).keySet().toArray())
                .isEqualTo(tree.keySet().toArray());
    }

    @Property(tries = 300)
    void every_way_to_write_gives_the_same_text(@ForAll @Size(max = 3) List<Map<String, Object>> documents)
            throws IOException {
        StringBuilder appended = new StringBuilder("# kept\n");
        YamlWriter.write(documents, appended);
        StringWriter streamed = new StringWriter().append("# kept\n");
        YamlWriter.write(documents, streamed);
        assertThat(appended.toString()).isEqualTo("# kept\n" + YamlWriter.write(documents));
        assertThat(streamed.toString()).isEqualTo(appended.toString());
    }

    @Property(tries = 300)
    void each_line_ends_and_none_holds_a_carriage_return(@ForAll Map<String, Object> tree) {
        assertThat(YamlWriter.write(tree)).endsWith("\n").doesNotContain("\r", "\uFEFF", "\u2028", "\u0085");
    }
}
