package dev.ordinal.core.yaml;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/** What a scalar is worth: quoted ones are text, plain ones are resolved, and a tag of YAML's own decides before both. */
final class ScalarTags {
    private static final String YAML = "tag:yaml.org,2002:";
    private static final Set<String> TAGS = Set.of("null", "bool", "int", "float", "binary");

    private ScalarTags() {}

    /** Whether nothing but its look decides what it is. */
    static boolean isPlain(ScalarEvent event) {
        return event.isPlain() && tag(event).isEmpty();
    }

    static @Nullable Object value(ScalarEvent event, int line, int column) throws SyntaxFault {
        String text = event.getValue();
        Optional<String> tag = tag(event);
        if (tag.isEmpty()) {
            return event.isPlain() ? plain(text) : text;
        }
        Object value = tag.get().equals("binary") ? binary(text) : plain(text);
        boolean fits =
                switch (tag.get()) {
                    case "null" -> value == null;
                    case "bool" -> value instanceof Boolean;
                    case "int" -> value instanceof Number && !(value instanceof Double);
                    case "float" -> value instanceof Number;
                    case "binary" -> value != null;
                    default -> true;
                };
        if (!fits) {
            throw new SyntaxFault(
                    line,
                    column,
                    "!!" + tag.get() + " " + Quoted.of(text),
                    "the tag says something else than the value that follows it",
                    "remove the tag");
        }
        return TAGS.contains(tag.get()) ? value : text;
    }

    /** The tag's last word; a tag of somebody's own leaves the text as it is. */
    private static Optional<String> tag(ScalarEvent event) {
        return event.getTag().map(tag -> tag.startsWith(YAML) ? tag.substring(YAML.length()) : "str");
    }

    private static @Nullable Object plain(String text) {
        return text.length() > Limits.DIGITS ? text : PlainScalar.value(text);
    }

    private static @Nullable String binary(String text) {
        try {
            return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
