package dev.ordinal.core.admission;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Texts inside objects that must be JSON themselves. */
final class Json {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    static boolean isWellFormed(String text) {
        try {
            MAPPER.readTree(text);
            return true;
        } catch (JacksonException notJson) {
            return false;
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
