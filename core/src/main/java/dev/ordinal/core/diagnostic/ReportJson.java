package dev.ordinal.core.diagnostic;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON form of a report. Every finding has the same fields in the same order; what it does not have is null. */
final class ReportJson {
    private ReportJson() {}

    static String of(Report report) {
        Map<String, @Nullable Object> summary = new LinkedHashMap<>();
        int errors = report.errors().size();
        summary.put("errors", errors);
        summary.put("warnings", report.diagnostics().size() - errors);
        summary.put("allowed", report.allowed().size());
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("summary", summary);
        tree.put("diagnostics", report.diagnostics().stream().map(ReportJson::of));
        tree.put("allowed", report.allowed().stream().map(ReportJson::of));
        return Json.of(tree);
    }

    private static Map<String, @Nullable Object> of(Diagnostic diagnostic) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("severity", diagnostic.severity().toString());
        tree.put("rule", diagnostic.rule());
        tree.put("object", of(diagnostic.object()));
        tree.put("path", diagnostic.path());
        tree.put("found", diagnostic.found());
        tree.put("why", diagnostic.why());
        tree.put("fix", diagnostic.fix());
        tree.put("refusal", diagnostic.refusal().map(ReportJson::of).orElse(null));
        tree.put("position", diagnostic.position().map(ReportJson::of).orElse(null));
        return tree;
    }

    private static Map<String, @Nullable Object> of(Allowed allowed) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("reason", allowed.reason());
        tree.putAll(of(allowed.finding()));
        return tree;
    }

    private static Map<String, @Nullable Object> of(ObjectRef object) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("kind", object.kind());
        tree.put("namespace", object.namespace());
        tree.put("name", object.name());
        return tree;
    }

    static Map<String, @Nullable Object> of(Refusal refusal) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("reason", refusal.reason());
        tree.put("field", refusal.field());
        return tree;
    }

    private static Map<String, @Nullable Object> of(Position position) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("file", position.source());
        tree.put("line", position.line());
        tree.put("column", position.column());
        return tree;
    }
}
