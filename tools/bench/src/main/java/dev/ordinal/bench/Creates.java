package dev.ordinal.bench;

import dev.ordinal.core.yaml.YamlWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The objects of the conformance data, as texts. Run from the root of the checkout, or from a directory in it. */
final class Creates {
    private static final Path DATA = data(Path.of("").toAbsolutePath());
    private static final JsonMapper MAPPER = new JsonMapper();

    private Creates() {}

    private static Path data(Path directory) {
        Path data = directory.resolve("core/src/test/resources/conformance");
        return Files.exists(data) || directory.getParent() == null ? data : data(directory.getParent());
    }

    /** A StatefulSet that uses nearly everything, as YAML. */
    static String richBase() {
        @SuppressWarnings("unchecked") // a JSON object has texts as keys
        Map<String, ?> base = (Map<String, ?>) Objects.requireNonNull(bases().get("sts-rich"));
        return YamlWriter.write(base);
    }

    /** Everything that was sent to a server, as JSON. */
    static List<String> all() {
        String bases = MAPPER.writeValueAsString(bases());
        List<String> objects = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(DATA.resolve("creates.jsonl.gz"))), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Map<?, ?> create = MAPPER.readValue(line, Map.class);
                Object base = MAPPER.readValue(bases, Map.class).get(create.get("base"));
                for (Object edit : (List<?>) Objects.requireNonNull(create.get("edits"))) {
                    edit(Objects.requireNonNull(base), (List<?>) edit);
                }
                objects.add(MAPPER.writeValueAsString(base));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return objects;
    }

    private static Map<?, ?> bases() {
        try {
            return MAPPER.readValue(Files.readString(DATA.resolve("bases.json")), Map.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void edit(Object root, List<?> edit) {
        List<?> path = (List<?>) edit.get(0);
        Object place = root;
        for (Object step : path.subList(0, path.size() - 1)) {
            place = Objects.requireNonNull(
                    step instanceof Integer index ? ((List<?>) place).get(index) : ((Map<?, ?>) place).get(step));
        }
        change(place, path.get(path.size() - 1), edit.size() > 1, edit.size() > 1 ? edit.get(1) : null);
    }

    @SuppressWarnings("unchecked") // what a JSON reader made
    private static void change(Object place, Object step, boolean set, @Nullable Object value) {
        if (step instanceof Integer index) {
            List<@Nullable Object> list = (List<@Nullable Object>) place;
            if (!set) {
                list.remove((int) index);
            } else if (index == list.size()) {
                list.add(value);
            } else {
                list.set(index, value);
            }
        } else if (set) {
            ((Map<String, @Nullable Object>) place).put((String) step, value);
        } else {
            ((Map<?, ?>) place).remove(step);
        }
    }
}
