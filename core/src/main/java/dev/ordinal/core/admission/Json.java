package dev.ordinal.core.admission;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Texts inside objects that must be JSON themselves. */
final class Json {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    /** What a text says, in maps, lists and plain values; null for a JSON null and for what is not JSON. */
    static @Nullable Object parse(String text) {
        try {
            return MAPPER.readValue(text, Object.class);
        } catch (JacksonException notJson) {
            return null;
        }
    }

    /** Whether a text is an object, or null, which the server takes for an empty one. */
    static boolean isObject(String text) {
        try {
            JsonNode tree = MAPPER.readTree(text);
            return tree.isObject() || tree.isNull();
        } catch (JacksonException notJson) {
            return false;
        }
    }
}
