package dev.ordinal.core.change;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a preset knew when it rendered an object, and what it must know again to judge a later change: written on the object
 * as annotations, such as {@code preset.ordinal.dev/members: "3"}, so that they survive in files and in the cluster.
 *
 * @param preset the preset's name, such as {@code zookeeper}
 * @param values the facts by name, in order
 */
public record Facts(String preset, Map<String, String> values) {
    private static final String PREFIX = "preset.ordinal.dev/";
    private static final String NAME = PREFIX + "name";

    /** Copies the values. */
    public Facts {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** A preset of that name, and no facts yet. */
    public static Facts of(String preset) {
        return new Facts(preset, Map.of());
    }

    /** The facts on an object; none if no preset made it. */
    public static Optional<Facts> on(HasMetadata object) {
        Map<String, String> annotations =
                object.getMetadata() == null ? null : object.getMetadata().getAnnotations();
        if (annotations == null || annotations.get(NAME) == null) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (Map.Entry<String, String> one : annotations.entrySet()) {
            String key = one.getKey();
            String value = one.getValue();
            if (key.startsWith(PREFIX) && !key.equals(NAME) && value != null) {
                values.put(key.substring(PREFIX.length()), value);
            }
        }
        return Optional.of(new Facts(annotations.get(NAME), values));
    }

    /** Whether a preset made an object. */
    static boolean isOn(Tree object) {
        return object.at("metadata", "annotations").has(NAME);
    }

    /** With one more fact; its name is a few words joined by hyphens. */
    public Facts with(String name, Object value) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(name, value.toString());
        return new Facts(preset, more);
    }

    /** A fact's value; empty if it is not known. */
    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    /** A fact that is a number; -1 if it is not known or none, since anybody may edit an annotation. */
    public int number(String name) {
        String value = value(name);
        return value.matches("\\d{1,9}") ? Integer.parseInt(value) : -1;
    }

    /** Whether a fact is {@code true}. */
    public boolean is(String name) {
        return value(name).equals("true");
    }

    /** The annotations that say all this. */
    public Map<String, String> annotations() {
        Map<String, String> annotations = new LinkedHashMap<>();
        annotations.put(NAME, preset);
        for (Map.Entry<String, String> one : values.entrySet()) {
            annotations.put(PREFIX + one.getKey(), one.getValue());
        }
        return annotations;
    }

    /** Where a fact stands in its object. */
    static String path(String name) {
        return "metadata.annotations[" + PREFIX + name + "]";
    }
}
