package dev.ordinal.core.change;

import dev.ordinal.core.manifest.Manifest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What a real server did with objects that existed already. */
final class Recording {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Map<?, ?> BASES = bases();

    private Recording() {}

    static List<Map<?, ?>> lines(String file) {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(open("/conformance/" + file)), StandardCharsets.UTF_8))) {
            return in.lines()
                    .<Map<?, ?>>map(line -> MAPPER.readValue(line, Map.class))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The lines of a file beside the tests, without empty ones and comments. */
    static List<String> texts(String file) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            return in.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static Manifest base(Map<?, ?> line) {
        return manifest(BASES.get(line.get("base")));
    }

    static Manifest manifest(@Nullable Object tree) {
        return Manifest.parse(MAPPER.writeValueAsString(tree));
    }

    /** The object that was sent: a copy of the base with the edits done. */
    static Manifest sent(Map<?, ?> line) {
        Map<?, ?> copy = MAPPER.readValue(MAPPER.writeValueAsString(BASES.get(line.get("base"))), Map.class);
        list(line.get("edits")).forEach(edit -> edit(copy, list(edit)));
        return manifest(copy);
    }

    private static void edit(Object root, List<@Nullable Object> edit) {
        List<@Nullable Object> path = list(edit.get(0));
        Object place = root;
        for (Object step : path.subList(0, path.size() - 1)) {
            place = Objects.requireNonNull(
                    place instanceof List<?> list
                            ? list.get((Integer) Objects.requireNonNull(step))
                            : map(place).get(step));
        }
        Object last = Objects.requireNonNull(path.get(path.size() - 1));
        if (!(place instanceof List<?>)) {
            if (edit.size() > 1) {
                map(place).put((String) last, edit.get(1));
            } else {
                map(place).remove(last);
            }
        } else if (edit.size() == 1) {
            list(place).remove((int) (Integer) last);
        } else if ((Integer) last == list(place).size()) {
            list(place).add(edit.get(1));
        } else {
            list(place).set((Integer) last, edit.get(1));
        }
    }

    /** The causes of one line, as the server gave them. */
    static Set<String> causes(Map<?, ?> line) {
        Set<String> causes = new TreeSet<>();
        list(line.get("causes"))
                .forEach(cause ->
                        causes.add(list(cause).get(0) + " " + list(cause).get(1)));
        return causes;
    }

    private static Map<?, ?> bases() {
        return MAPPER.readValue(open("/conformance/bases.json"), Map.class);
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(Recording.class.getResourceAsStream(file), file);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> map(Object value) {
        return (Map<String, @Nullable Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<@Nullable Object> list(@Nullable Object value) {
        return value instanceof List<?> list ? (List<@Nullable Object>) list : List.of();
    }
}
