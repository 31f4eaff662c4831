package dev.ordinal.core.diagnostic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The form of a report that code hosts and editors read: SARIF 2.1.0, one run, the findings in the order of the report. */
final class Sarif {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private final List<String> rules;

    private Sarif(List<String> rules) {
        this.rules = rules;
    }

    static String of(Report report) {
        Sarif sarif = new Sarif(Stream.concat(
                        report.diagnostics().stream(), report.allowed().stream().map(Allowed::finding))
                .map(Diagnostic::rule)
                .distinct()
                .sorted()
                .toList());
        Map<String, @Nullable Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", sarif.driver()));
        run.put("columnKind", "unicodeCodePoints");
        run.put(
                "results",
                Stream.concat(
                        report.diagnostics().stream().map(sarif::result),
                        report.allowed().stream().map(sarif::suppressed)));
        Map<String, @Nullable Object> log = new LinkedHashMap<>();
        log.put("$schema", SCHEMA);
        log.put("version", "2.1.0");
        log.put("runs", List.of(run));
        return Json.of(log);
    }

    private Map<String, @Nullable Object> driver() {
        Map<String, @Nullable Object> driver = new LinkedHashMap<>();
        driver.put("name", "Ordinal");
        driver.put("rules", rules.stream().map(rule -> Map.of("id", rule)).toList());
        return driver;
    }

    private Map<String, @Nullable Object> result(Diagnostic diagnostic) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("ruleId", diagnostic.rule());
        result.put("ruleIndex", rules.indexOf(diagnostic.rule()));
        result.put("level", diagnostic.severity().toString().toLowerCase(Locale.ROOT));
        result.put("message", Map.of("text", message(diagnostic)));
        result.put("locations", List.of(SarifLocation.of(diagnostic)));
        result.put("partialFingerprints", Map.of("ordinal/v1", Fingerprint.of(diagnostic)));
        result.put("properties", properties(diagnostic));
        return result;
    }

    /** What is allowed is a result all the same, which viewers hide and can count. */
    private Map<String, @Nullable Object> suppressed(Allowed allowed) {
        Map<String, @Nullable Object> result = result(allowed.finding());
        Map<String, @Nullable Object> suppression = new LinkedHashMap<>();
        suppression.put("kind", "inSource");
        suppression.put("justification", allowed.reason());
        result.put("suppressions", List.of(suppression));
        return result;
    }

    private static String message(Diagnostic diagnostic) {
        String path = diagnostic.path().isEmpty() ? "" : " " + diagnostic.path();
        return diagnostic.object() + path + ": found " + diagnostic.found() + "\n" + diagnostic.why() + "\nFix: "
                + diagnostic.fix();
    }

    private static Map<String, @Nullable Object> properties(Diagnostic diagnostic) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("found", diagnostic.found());
        properties.put("why", diagnostic.why());
        properties.put("fix", diagnostic.fix());
        diagnostic.refusal().ifPresent(refusal -> properties.put("refusal", ReportJson.of(refusal)));
        return properties;
    }
}
