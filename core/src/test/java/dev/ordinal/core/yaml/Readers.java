package dev.ordinal.core.yaml;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The documents of a text, as three readers see them. */
final class Readers {
    private Readers() {}

    /** As YAML 1.2. */
    static List<@Nullable Object> yaml12(String text) {
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
        List<@Nullable Object> documents = new ArrayList<>();
        new Load(settings).loadAllFromReader(inSmallPieces(text)).forEach(documents::add);
        return documents;
    }

    /** This reader breaks on a surrogate pair at the end of its buffer, unless the buffer is never full. */
    private static Reader inSmallPieces(String text) {
        return new FilterReader(new StringReader(text)) {
            @Override
            public int read(char[] buffer, int offset, int length) throws IOException {
                return super.read(buffer, offset, Math.min(length, 512));
            }
        };
    }

    /** As YAML 1.1. */
    static List<@Nullable Object> yaml11(String text) {
        List<@Nullable Object> documents = new ArrayList<>();
        new Yaml(options()).loadAll(text).forEach(documents::add);
        return documents;
    }

    /** As the API server: the syntax of YAML 1.1, and bare texts as {@link PlainScalar} has them. */
    static List<@Nullable Object> server(String text) {
        List<@Nullable Object> documents = new ArrayList<>();
        new Yaml(options()).composeAll(new StringReader(text)).forEach(node -> documents.add(value(node)));
        return documents;
    }

    private static LoaderOptions options() {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        return options;
    }

    private static @Nullable Object value(Node node) {
        if (node instanceof MappingNode mapping) {
            Map<String, @Nullable Object> entries = new LinkedHashMap<>();
            for (NodeTuple entry : mapping.getValue()) {
                entries.put(key((ScalarNode) entry.getKeyNode()), value(entry.getValueNode()));
            }
            return entries;
        } else if (node instanceof SequenceNode sequence) {
            List<@Nullable Object> items = new ArrayList<>();
            sequence.getValue().forEach(item -> items.add(value(item)));
            return items;
        }
        ScalarNode scalar = (ScalarNode) node;
        return isBare(scalar) ? PlainScalar.value(scalar.getValue()) : scalar.getValue();
    }

    private static String key(ScalarNode key) {
        return isBare(key) ? PlainScalar.key(key.getValue()).orElseThrow() : key.getValue();
    }

    private static boolean isBare(ScalarNode scalar) {
        return scalar.getScalarStyle() == ScalarStyle.PLAIN;
    }
}
