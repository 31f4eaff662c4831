package dev.ordinal.core.yaml;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** The recordings of a real API server, as plain trees. */
public final class RecordedObjects {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, @Nullable Object>> TREE = new TypeReference<>() {};
    /** The valid objects, by name. */
    public static final Map<String, @Nullable Object> BASES = JSON.readValue(open("bases.json"), TREE);

    private RecordedObjects() {}

    /** The lines of a recording. */
    public static Stream<Map<String, @Nullable Object>> lines(String file) {
        try {
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(new GZIPInputStream(open(file)), StandardCharsets.UTF_8));
            return reader.lines().map(line -> JSON.readValue(line, TREE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String json(@Nullable Object tree) {
        return JSON.writeValueAsString(tree);
    }

    @SuppressWarnings("unchecked")
    static Map<String, @Nullable Object> tree(@Nullable Object object) {
        return (Map<String, @Nullable Object>) Objects.requireNonNull(object);
    }

    /** The object of a line: the base with the edits made. */
    public static Map<String, @Nullable Object> edited(Map<String, @Nullable Object> line) {
        Map<String, @Nullable Object> object =
                JSON.readValue(json(Objects.requireNonNull(BASES.get(String.valueOf(line.get("base"))))), TREE);
        for (Object edit : (List<?>) Objects.requireNonNull(line.get("edits"))) {
            edit(object, (List<?>) edit);
        }
        return object;
    }

    private static void edit(Map<String, @Nullable Object> object, List<?> edit) {
        List<?> path = (List<?>) edit.get(0);
        Object place = object;
        for (Object step : path.subList(0, path.size() - 1)) {
            place = step instanceof Integer index
                    ? ((List<?>) Objects.requireNonNull(place)).get(index)
                    : child(tree(place), step);
        }
        Object last = path.get(path.size() - 1);
        if (last instanceof Integer index) {
            edit((List<?>) Objects.requireNonNull(place), index, edit);
        } else if (edit.size() == 1) {
            tree(place).remove(last);
        } else {
            tree(place).put(String.valueOf(last), edit.get(1));
        }
    }

    private static @Nullable Object child(Map<String, @Nullable Object> map, Object name) {
        return map.get(String.valueOf(name));
    }

    @SuppressWarnings("unchecked")
    private static void edit(List<?> list, int index, List<?> edit) {
        if (edit.size() == 1) {
            list.remove(index);
        } else {
            ((List<@Nullable Object>) list).set(index, edit.get(1));
        }
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(RecordedObjects.class.getResourceAsStream("/conformance/" + file));
    }
}
