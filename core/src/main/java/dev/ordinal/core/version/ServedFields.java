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
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Every field and value that is written means something to the version of Kubernetes that the manifest is for: that version
 * knows it, and does not drop it because its feature gate is off. What no version from 1.30 to 1.36 leaves out is not in the tables.
 */
public final class ServedFields {
    /** The name that the findings carry. */
    static final String RULE = "FieldIsServed";

    static final Map<String, Field> FIELDS = table();
    private static final Map<Integer, Set<String>> NAMES = new ConcurrentHashMap<>();

    private ServedFields() {}

    /** What is written and not served. Findings carry no refusal: that is the word of a 1.36 API server. */
    public static List<Diagnostic> judge(Document document, KubernetesVersion version) {
        Set<String> names = names(version);
        if (!WrittenFields.mayHave(document.tree(), names)) {
            return List.of();
        }
        List<Diagnostic> findings = new ArrayList<>();
        for (WrittenField field : WrittenFields.of(document, names)) {
            judge(field, version, findings);
        }
        return findings.size() < 2
                ? findings
                : findings.stream()
                        .filter(finding -> findings.stream().noneMatch(other -> saysAll(other, finding)))
                        .toList();
    }

    /** The names of the fields that a version may not serve; it serves nearly all. */
    private static Set<String> names(KubernetesVersion version) {
        Set<String> known = NAMES.get(version.minor());
        if (known != null) {
            return known;
        }
        Set<String> names = new HashSet<>();
        for (Map.Entry<String, Field> entry : FIELDS.entrySet()) {
            Field field = entry.getValue();
            if (version.minor() < field.known() || version.minor() < field.served()) {
                names.add(name(entry.getKey()));
            }
        }
        if (version.minor() < ServedValue.ALL) {
            for (String key : ServedValues.keys(version)) {
                names.add(name(key));
            }
        }
        NAMES.put(version.minor(), names);
        return names;
    }

    private static String name(String key) {
        return key.substring(key.indexOf('.') + 1);
    }

    /** What stands below a field that is not served need not be told again, unless it is worse. */
    private static boolean saysAll(Diagnostic above, Diagnostic below) {
        return below.path().length() > above.path().length()
                && below.path().startsWith(above.path())
                && ".[".indexOf(below.path().charAt(above.path().length())) >= 0
                && above.severity().compareTo(below.severity()) <= 0;
    }

    private static void judge(WrittenField written, KubernetesVersion version, List<Diagnostic> findings) {
        Field field = FIELDS.get(written.part() + "." + written.name());
        if (field != null && field.isUnknownTo(version)) {
            findings.add(unknown(written, field, version));
            return;
        }
        int before = findings.size();
        if (version.minor() < ServedValue.ALL) {
            ServedValues.judge(written, version).forEach(findings::add);
        }
        if (findings.size() == before && field != null && field.isDroppedBy(version, written)) {
            findings.add(dropped(written, field, version));
        }
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
            Map<String, Field> fields = new HashMap<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    Map.Entry<String, Field> field = Field.of(line);
                    fields.put(field.getKey(), field.getValue());
                }
            }
            return Collections.unmodifiableMap(fields);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
