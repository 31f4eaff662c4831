package dev.ordinal.core.version;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.Severity;
import dev.ordinal.core.yaml.Document;
import dev.ordinal.core.yaml.WrittenField;
import dev.ordinal.core.yaml.WrittenFields;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every field and value that is written means something to the version of Kubernetes that the manifest is for: that version
 * knows it, and does not drop it because its feature gate is off. What no version from 1.30 to 1.36 leaves out is not in the tables.
 */
public final class ServedFields {
    /** The name that the findings carry. */
    static final String RULE = "FieldIsServed";

    static final Map<String, Field> FIELDS = table();
    private static final Map<KubernetesVersion, Set<String>> NAMES = new ConcurrentHashMap<>();

    private ServedFields() {}

    /** What is written and not served. Findings carry no refusal: that is the word of a 1.36 API server. */
    public static Stream<Diagnostic> judge(Document document, KubernetesVersion version) {
        Set<String> names = NAMES.computeIfAbsent(version, ServedFields::names);
        if (!WrittenFields.mayHave(document.tree(), names)) {
            return Stream.empty();
        }
        List<Diagnostic> findings = WrittenFields.of(document, names).stream()
                .flatMap(field -> judge(field, version))
                .toList();
        return findings.stream().filter(finding -> findings.stream().noneMatch(other -> saysAll(other, finding)));
    }

    /** The names of the fields that a version may not serve; it serves nearly all. */
    private static Set<String> names(KubernetesVersion version) {
        Stream<String> fields = FIELDS.entrySet().stream()
                .filter(field -> version.minor() < field.getValue().known()
                        || version.minor() < field.getValue().served())
                .map(Map.Entry::getKey);
        return Stream.concat(fields, ServedValues.keys(version))
                .map(key -> key.substring(key.indexOf('.') + 1))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** What stands below a field that is not served need not be told again, unless it is worse. */
    private static boolean saysAll(Diagnostic above, Diagnostic below) {
        return below.path().length() > above.path().length()
                && below.path().startsWith(above.path())
                && ".[".indexOf(below.path().charAt(above.path().length())) >= 0
                && above.severity().compareTo(below.severity()) <= 0;
    }

    private static Stream<Diagnostic> judge(WrittenField written, KubernetesVersion version) {
        Field field = FIELDS.get(written.part() + "." + written.name());
        if (field != null && field.isUnknownTo(version)) {
            return Stream.of(unknown(written, field, version));
        }
        List<Diagnostic> refused = ServedValues.judge(written, version).toList();
        return refused.isEmpty() && field != null && field.isDroppedBy(version, written)
                ? Stream.of(dropped(written, field, version))
                : refused.stream();
    }

    private static Diagnostic unknown(WrittenField written, Field field, KubernetesVersion version) {
        int wanted = field.served() == Field.NEVER ? field.known() : field.served();
        return written.finding(
                Severity.ERROR,
                RULE,
                "the field \"" + written.name() + "\"",
                "Kubernetes " + version + " knows no field of that name here, and the API server refuses the object",
                "remove " + written.name() + ", or run Kubernetes 1." + wanted + " or later");
    }

    private static Diagnostic dropped(WrittenField written, Field field, KubernetesVersion version) {
        return written.finding(
                Severity.WARNING,
                RULE,
                "the field \"" + written.name() + "\"",
                "the feature gate " + field.gate() + " is off by default in Kubernetes " + version
                        + ", and the API server drops the field without a word",
                "remove " + written.name() + ", or turn on the gate " + field.gate()
                        + (field.served() == Field.NEVER
                                ? ""
                                : ", or run Kubernetes 1." + field.served() + " or later, where it is on"));
    }

    private static Map<String, Field> table() {
        try (InputStream in = Objects.requireNonNull(ServedFields.class.getResourceAsStream("fields.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Field::of)
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
