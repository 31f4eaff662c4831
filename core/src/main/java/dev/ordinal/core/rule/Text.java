package dev.ordinal.core.rule;

import io.fabric8.kubernetes.api.model.IntOrString;
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

    /** Labels as they can be pasted into YAML, sorted: {@code {app: db, tier: data}}. */
    static String labels(Map<String, String> labels) {
        return new TreeMap<>(labels)
                .entrySet().stream()
                        .map(label -> label.getKey() + ": " + label.getValue())
                        .collect(Collectors.joining(", ", "{", "}"));
    }
}
