package dev.ordinal.core.yaml;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Prints plain trees as YAML that reads the same under YAML 1.1, YAML 1.2 and the API server's own rules: block style, two
 * spaces a level, keys in the order of the tree, scripts as literal blocks, quotes only where a bare text would be read as
 * something else. Lines are never folded, the last one ends with a line break, and the same tree gives the same bytes.
 *
 * <p>A tree is made of maps with text keys, lists, texts, numbers, booleans and nulls; anything else is refused with an
 * {@link IllegalArgumentException}. Any text survives. Half of a surrogate pair is no character: it is written as an escape such
 * as {@code \}{@code uD800}, which Java readers give back and the API server refuses. The same holds for infinite doubles.
 */
public final class YamlWriter {
    static final int STEP = 2;
    /** Readers give up on a key without a question mark after 1024 characters. */
    private static final int LONGEST_SIMPLE_KEY = 1000;

    /** Of a document: more would have to be cleared first, less would have to grow. */
    private static final int USUAL_LENGTH = 1024;

    private static final String[] INDENTATIONS = indentations(32);

    private final StringBuilder out;

    private YamlWriter(StringBuilder out) {
        this.out = out;
    }

    /** The text of one document. */
    public static String write(Map<String, ?> tree) {
        return write(List.of(tree));
    }

    /** The text of documents with a line {@code ---} between each two; no documents give an empty text. */
    public static String write(List<? extends Map<String, ?>> documents) {
        StringBuilder text = new StringBuilder(USUAL_LENGTH * documents.size());
        write(documents, text);
        return text.toString();
    }

    /** Appends the documents, with a line {@code ---} between each two. */
    public static void write(Iterable<? extends Map<String, ?>> documents, StringBuilder out) {
        YamlWriter writer = new YamlWriter(out);
        boolean first = true;
        for (Map<String, ?> document : documents) {
            if (!first) {
                out.append("---\n");
            }
            first = false;
            writer.document(document);
        }
    }

    /**
     * Appends the documents one after the other, without keeping more than one of them as text.
     *
     * @throws IOException if {@code out} does
     */
    public static void write(Iterable<? extends Map<String, ?>> documents, Appendable out) throws IOException {
        StringBuilder text = new StringBuilder(USUAL_LENGTH);
        YamlWriter writer = new YamlWriter(text);
        String separator = "";
        for (Map<String, ?> document : documents) {
            text.setLength(0);
            text.append(separator);
            writer.document(document);
            out.append(text);
            separator = "---\n";
        }
    }

    private void document(Map<String, ?> tree) {
        if (tree.isEmpty()) {
            out.append("{}\n");
        } else {
            entries(tree, 0);
        }
    }

    /** Begins where the first key goes: at the start of a line that is indented already, or behind a dash. */
    private void entries(Map<?, ?> map, int indent) {
        boolean first = true;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!first) {
                out.append(indentation(indent));
            }
            first = false;
            key(entry.getKey(), indent);
            valueOfKey(entry.getValue(), indent);
        }
    }

    private void key(@Nullable Object key, int indent) {
        if (!(key instanceof String text)) {
            throw new IllegalArgumentException("A key must be a text, but one is " + name(key));
        }
        int start = out.length();
        if (PlainText.isPlain(text)) {
            out.append(text);
        } else {
            QuotedText.append(out, text);
        }
        if (out.length() - start > LONGEST_SIMPLE_KEY) {
            out.insert(start, "? ").append('\n').append(indentation(indent));
        }
        out.append(':');
    }

    private void valueOfKey(@Nullable Object value, int indent) {
        if (value instanceof String text) {
            out.append(' ');
            text(text, indent);
        } else if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            out.append('\n').append(indentation(indent + STEP));
            entries(map, indent + STEP);
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            out.append('\n').append(indentation(indent + STEP));
            items(list, indent + STEP);
        } else {
            out.append(' ');
            leaf(value);
        }
    }

    private void items(List<?> list, int indent) {
        boolean first = true;
        for (Object item : list) {
            if (!first) {
                out.append(indentation(indent));
            }
            first = false;
            out.append("- ");
            if (item instanceof String text) {
                text(text, indent);
            } else if (item instanceof Map<?, ?> map && !map.isEmpty()) {
                entries(map, indent + STEP);
            } else if (item instanceof List<?> inner && !inner.isEmpty()) {
                items(inner, indent + STEP);
            } else {
                leaf(item);
            }
        }
    }

    private void leaf(@Nullable Object value) {
        if (value instanceof Number number) {
            NumberText.append(out, number);
            out.append('\n');
        } else if (value == null || value instanceof Boolean) {
            out.append(value).append('\n');
        } else if (value instanceof Map<?, ?> || value instanceof List<?>) {
            out.append(value instanceof Map<?, ?> ? "{}\n" : "[]\n");
        } else {
            throw new IllegalArgumentException(
                    "A tree holds maps, lists, texts, numbers, booleans and nulls, but not " + name(value));
        }
    }

    /** Most values are texts and most texts are plain, so that is asked first, here and above. */
    private void text(String text, int indent) {
        if (PlainText.isPlain(text)) {
            out.append(text).append('\n');
        } else if (LiteralBlock.fits(text)) {
            LiteralBlock.append(out, text, indentation(indent + STEP));
        } else {
            QuotedText.append(out, text);
            out.append('\n');
        }
    }

    private static String name(@Nullable Object value) {
        return value == null ? "null" : value.getClass().getName();
    }

    private static String indentation(int indent) {
        int level = indent / STEP;
        return level < INDENTATIONS.length ? INDENTATIONS[level] : " ".repeat(indent);
    }

    private static String[] indentations(int levels) {
        String[] indentations = new String[levels];
        for (int level = 0; level < levels; level++) {
            indentations[level] = " ".repeat(level * STEP);
        }
        return indentations;
    }
}
