package dev.ordinal.core.rule;

import dev.ordinal.core.graph.Located;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How values are written in a finding. */
final class Text {
    private Text() {}

    /** The value in quotes, or {@code nothing} for what is left out. */
    static String found(@Nullable Object value) {
        if (value == null || value.equals("")) {
            return "nothing";
        }
        return value instanceof String ? "\"" + value + "\"" : value.toString();
    }

    /** A port or an amount of pods: a number as it is, a text in quotes. */
    static String found(IntOrString value) {
        return found(value.getValue());
    }

    /** What a label selector selects, as far as it can be said in a few words. */
    static String found(Located<LabelSelector> selector) {
        if (!selector.isPresent()) {
            return "nothing";
        }
        List<?> expressions = selector.map(LabelSelector::getMatchExpressions).or(List.of());
        String labels = labels(selector.map(LabelSelector::getMatchLabels).or(Map.of()));
        return expressions.isEmpty() ? labels : labels + " and " + expressions.size() + " expressions";
    }

    /** Labels as they can be pasted into YAML, sorted: {@code {app: db, tier: data}}. */
    static String labels(Map<String, String> labels) {
        return new TreeMap<>(labels)
                .entrySet().stream()
                        .map(label -> label.getKey() + ": " + label.getValue())
                        .collect(Collectors.joining(", ", "{", "}"));
    }

    /** The words of a command as one text. */
    static String words(List<String> words) {
        StringBuilder text = new StringBuilder();
        for (String word : words) {
            if (word != null) {
                text.append(text.isEmpty() ? "" : " ").append(word);
            }
        }
        return text.toString();
    }

    /** Whether a word in lower case is in a text, in whatever case it is written there. */
    static boolean contains(String text, String word) {
        char first = word.charAt(0);
        for (int i = 0; i <= text.length() - word.length(); i++) {
            char c = text.charAt(i);
            if ((c == first || c == Character.toUpperCase(first))
                    && text.regionMatches(true, i, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }
}
