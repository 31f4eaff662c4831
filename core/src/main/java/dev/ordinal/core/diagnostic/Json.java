package dev.ordinal.core.diagnostic;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Prints trees of maps, lists, streams, texts, numbers, booleans and nulls as JSON, two spaces a level. Findings must not need more
 * than the JDK, and this is all of JSON that they need. A stream is a list whose items are made one after the other, when they
 * are printed.
 */
final class Json {
    private static final int REPLACEMENT = 0xFFFD;

    private final StringBuilder out = new StringBuilder();

    private Json() {}

    /** The text of a tree, with a line break at its end. */
    static String of(@Nullable Object tree) {
        Json json = new Json();
        json.value(tree, "\n");
        return json.out.append('\n').toString();
    }

    private void value(@Nullable Object value, String lineBreak) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            fields(map, lineBreak);
        } else if (value instanceof Map<?, ?>) {
            out.append("{}");
        } else if (value instanceof List<?> list) {
            items(list.iterator(), lineBreak);
        } else if (value instanceof Stream<?> stream) {
            items(stream.iterator(), lineBreak);
        } else if (value instanceof String text) {
            text(text);
        } else {
            out.append(value);
        }
    }

    private void fields(Map<?, ?> map, String lineBreak) {
        String inner = lineBreak + "  ";
        out.append('{');
        Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<?, ?> entry = entries.next();
            out.append(inner);
            text(String.valueOf(entry.getKey()));
            out.append(": ");
            value(entry.getValue(), inner);
            out.append(entries.hasNext() ? "," : "");
        }
        out.append(lineBreak).append('}');
    }

    private void items(Iterator<?> items, String lineBreak) {
        String inner = lineBreak + "  ";
        if (!items.hasNext()) {
            out.append("[]");
            return;
        }
        out.append('[');
        while (items.hasNext()) {
            out.append(inner);
            value(items.next(), inner);
            out.append(items.hasNext() ? "," : "");
        }
        out.append(lineBreak).append(']');
    }

    private void text(String text) {
        out.append('"');
        text.codePoints().forEach(this::character);
        out.append('"');
    }

    private void character(int c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\t' -> out.append("\\t");
            default -> {
                if (needsEscape(c)) {
                    out.append(String.format("\\u%04x", c));
                } else {
                    out.appendCodePoint(isHalf(c) ? REPLACEMENT : c);
                }
            }
        }
    }

    /** These are line breaks, marks or orders to some programs that read JSON. */
    private static boolean needsEscape(int c) {
        return Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || c == 0xFEFF;
    }

    /** Half a character can be written neither in UTF-8 nor, for every reader, as an escape. */
    private static boolean isHalf(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }
}
