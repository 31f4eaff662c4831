package dev.ordinal.core.admission;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.core.yaml.Document;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What a real server answered, from the test resources. */
final class Corpus {
    private static final JsonMapper MAPPER = new JsonMapper();

    private Corpus() {}

    /** The valid objects by name. */
    static Map<String, Map<String, @Nullable Object>> bases() {
        try (InputStream in = open("bases.json")) {
            Map<String, Map<String, @Nullable Object>> bases = new LinkedHashMap<>();
            ((Map<?, ?>) MAPPER.readValue(in, Map.class)).forEach((name, base) -> bases.put((String) name, map(base)));
            return bases;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The lines of a compressed file, each a JSON object. */
    static List<Map<String, @Nullable Object>> lines(String file) {
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(open(file)), StandardCharsets.UTF_8))) {
            return in.lines()
                    .map(line -> map(MAPPER.readValue(line, Map.class)))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The numbers of the creations whose causes the server leaves to chance. */
    static Set<Integer> unpredictable() {
        return texts("unpredictable-creates.txt").stream()
                .map(line -> Integer.valueOf(line.substring(0, line.indexOf(' '))))
                .collect(Collectors.toSet());
    }

    /** The lines of a file beside the tests, without empty ones and comments. */
    static List<String> texts(String file) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Corpus.class.getResourceAsStream(file), file), StandardCharsets.UTF_8))) {
            return in.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(Corpus.class.getResourceAsStream("/conformance/" + file), file);
    }

    /** The causes of one line, as the judge gives them. */
    static Set<String> judged(Document document) {
        Set<String> causes = new TreeSet<>();
        Admission.judge(document).stream()
                .map(Diagnostic::refusal)
                .map(refusal -> refusal.orElseThrow())
                .forEach(refusal -> causes.add(refusal.reason() + " " + refusal.field()));
        return causes;
    }

    /** The causes of one object that is given to the front door as a text. */
    static Set<String> judgedByManifest(Map<String, @Nullable Object> object) {
        Set<String> causes = new TreeSet<>();
        Manifest.parse(MAPPER.writeValueAsString(object)).report().errors().stream()
                .flatMap(error -> error.refusal().stream())
                .forEach(refusal -> causes.add(refusal.reason() + " " + refusal.field()));
        return causes;
    }

    /** The causes of one line, as the server gave them. */
    static Set<String> recorded(Map<String, @Nullable Object> line) {
        Set<String> causes = new TreeSet<>();
        for (Object cause : list(line.get("causes"))) {
            causes.add(list(cause).get(0) + " " + list(cause).get(1));
        }
        return causes;
    }

    static Document document(Map<String, @Nullable Object> tree) {
        Map<String, @Nullable Object> metadata = map(tree.get("metadata"));
        return new Document(
                ObjectRef.of(text(tree.get("kind")), text(metadata.get("namespace")), text(metadata.get("name"))),
                tree,
                null,
                Map.of());
    }

    /** The object that was sent: a copy of the base with the edits done. */
    static Map<String, @Nullable Object> edited(Map<String, @Nullable Object> base, @Nullable Object edits) {
        Map<String, @Nullable Object> copy = map(copy(base));
        for (Object edit : list(edits)) {
            List<@Nullable Object> parts = list(edit);
            edit(copy, list(parts.get(0)), parts.size() > 1, parts.size() > 1 ? parts.get(1) : null);
        }
        return copy;
    }

    private static void edit(Object root, List<@Nullable Object> path, boolean set, @Nullable Object value) {
        Object place = root;
        for (Object step : path.subList(0, path.size() - 1)) {
            place = Objects.requireNonNull(
                    step instanceof Integer index
                            ? list(place).get(index)
                            : map(place).get((String) step));
        }
        Object last = path.get(path.size() - 1);
        if (last instanceof Integer index) {
            change(list(place), index, set, value);
        } else if (set) {
            map(place).put((String) last, value);
        } else {
            map(place).remove((String) last);
        }
    }

    private static void change(List<@Nullable Object> list, int index, boolean set, @Nullable Object value) {
        if (!set) {
            list.remove(index);
        } else if (index == list.size()) {
            list.add(value);
        } else {
            list.set(index, value);
        }
    }

    private static @Nullable Object copy(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> copy = new LinkedHashMap<>();
            map.forEach((key, item) -> copy.put((String) key, copy(item)));
            return copy;
        }
        return value instanceof Collection<?> items
                ? new ArrayList<@Nullable Object>(
                        items.stream().map(Corpus::copy).toList())
                : value;
    }

    @SuppressWarnings("unchecked")
    static Map<String, @Nullable Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, @Nullable Object>) map : new LinkedHashMap<>();
    }

    @SuppressWarnings("unchecked")
    static List<@Nullable Object> list(@Nullable Object value) {
        return value instanceof List<?> list ? (List<@Nullable Object>) list : List.of();
    }

    static String text(@Nullable Object value) {
        return value instanceof String text ? text : "";
    }
}
