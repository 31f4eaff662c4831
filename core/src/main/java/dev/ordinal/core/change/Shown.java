package dev.ordinal.core.change;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value as a finding shows it. */
final class Shown {
    private static final int LONGEST = 60;
    private static final int LONGEST_IN_LINE = 120;

    private Shown() {}

    /** One entry without a map or list in it. */
    private static boolean isShort(Map<?, ?> map) {
        return map.size() == 1
                && map.values().stream().allMatch(value -> value instanceof Number || value instanceof Boolean);
    }

    static String of(@Nullable Object value) {
        if (value == null) {
            return "nothing";
        } else if (value instanceof Map<?, ?> map) {
            return isShort(map) ? map.toString().replace("=", ": ") : "a map of " + map.size();
        } else if (value instanceof List<?> list) {
            return "a list of " + list.size();
        } else if (value instanceof String text) {
            return '"' + cut(text, LONGEST) + '"';
        }
        return String.valueOf(value);
    }

    /** The value itself, as far as a line takes it. */
    static String inLine(@Nullable Object value) {
        return cut(String.valueOf(value), LONGEST_IN_LINE);
    }

    private static String cut(String text, int longest) {
        String line = text.replace("\n", "\\n");
        return line.length() > longest ? line.substring(0, longest) + "…" : line;
    }
}
