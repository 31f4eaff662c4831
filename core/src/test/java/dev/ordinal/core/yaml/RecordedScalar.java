package dev.ordinal.core.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a real API server made of a text written bare, as a value and as a key of a ConfigMap's data. */
record RecordedScalar(String text, @Nullable String value, boolean valueNull, @Nullable String key) {
    private static final Pattern CONFIG_KEY = Pattern.compile("[-._a-zA-Z0-9]{1,253}");

    static List<RecordedScalar> all() {
        try (InputStream recorded = RecordedScalar.class.getResourceAsStream("/conformance/scalars.json")) {
            return new JsonMapper()
                    .readValue(
                            Objects.requireNonNull(recorded).readAllBytes(),
                            new TypeReference<List<RecordedScalar>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a ConfigMap may have such a key; the recording cannot tell a key that was not from one that YAML refused. */
    static boolean isConfigKey(String key) {
        return CONFIG_KEY.matcher(key).matches() && !key.equals(".") && !key.startsWith("..");
    }

    @Override
    public String toString() {
        return text;
    }
}
