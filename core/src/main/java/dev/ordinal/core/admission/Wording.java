package dev.ordinal.core.admission;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How findings name a value, a choice and the nearest right word. */
final class Wording {
    private static final int MOST_SHOWN = 80;

    private Wording() {}

    static String found(@Nullable Object value) {
        if (value == null) {
            return "nothing";
        } else if (value instanceof String text) {
            return '"' + (text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…") + '"';
        } else if (value instanceof List<?> list) {
            return list.isEmpty() ? "an empty list" : "a list of " + list.size();
        } else if (value instanceof Map<?, ?> map) {
            return map.isEmpty() ? "an empty block" : "a block with " + String.join(", ", keys(map));
        }
        return String.valueOf(value);
    }

    private static List<String> keys(Map<?, ?> map) {
        return map.keySet().stream().limit(6).map(String::valueOf).toList();
    }

    /** {@code A, B or C}. */
    static String listed(String... words) {
        if (words.length < 2) {
            return String.join("", words);
        }
        return String.join(", ", List.of(words).subList(0, words.length - 1)) + " or " + words[words.length - 1];
    }

    /** The word that was probably meant, or all of them where none is near. */
    static String nearest(String text, String... words) {
        String best = null;
        int least = 3;
        for (String word : words) {
            int distance = word.equalsIgnoreCase(text) ? 0 : distance(word, text, least);
            if (distance < least) {
                least = distance;
                best = word;
            }
        }
        return best != null ? best : listed(words);
    }

    /** The edit distance, or the limit where it is not less than that. */
    private static int distance(String one, String other, int limit) {
        if (Math.abs(one.length() - other.length()) >= limit) {
            return limit;
        }
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return Math.min(limit, row[other.length()]);
    }
}
