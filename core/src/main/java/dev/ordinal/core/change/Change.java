package dev.ordinal.core.change;

import dev.ordinal.core.admission.Admission;
import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.Report;
import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.core.yaml.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What applying a manifest over a running one would change: field by field after the server's defaults, with what the server
 * would refuse. Immutable.
 *
 * <pre>{@code
 * Change change = Change.between(Manifest.parse(running), Manifest.of(orders));
 * System.out.print(change.report());
 * }</pre>
 */
public final class Change {
    private final List<FieldChange> fields;
    private final List<ObjectChange> objects;
    private final Report report;

    private Change(List<FieldChange> fields, List<ObjectChange> objects, List<Diagnostic> findings) {
        this.fields = List.copyOf(fields);
        this.objects = List.copyOf(objects);
        this.report = Report.of(findings);
    }

    /**
     * The change from what runs to what is wanted. The running manifest may be what was applied or what the server gives
     * back; the wanted one is sent as a whole with server-side apply by the same writer, and what it lacks is pruned. Never
     * throws for what is in the manifests.
     */
    public static Change between(Manifest running, Manifest wanted) {
        Map<String, Document> before = byName(running);
        Map<String, Document> after = byName(wanted);
        List<FieldChange> fields = new ArrayList<>();
        List<Diagnostic> findings = new ArrayList<>();
        after.forEach((name, document) -> {
            Document old = before.get(name);
            if (document.model() == null) {
                return;
            } else if (old == null) {
                findings.addAll(Admission.judge(document).toList());
                return;
            }
            Update update = ObjectUpdate.of(old, document);
            fields.addAll(update.changes());
            update.findings().stream()
                    .map(found -> document.position(found.path()).map(found::at).orElse(found))
                    .forEach(findings::add);
        });
        wanted.report().errors().stream().filter(Change::isUnreadable).forEach(findings::add);
        Comings comings = new Comings(running, before, after);
        findings.addAll(comings.findings());
        return new Change(fields, comings.objects(), findings);
    }

    private static boolean isUnreadable(Diagnostic error) {
        return error.refusal()
                .filter(refusal -> refusal.reason().equals("BadRequest")
                        || refusal.reason().equals("RequestEntityTooLarge"))
                .isPresent();
    }

    private static Map<String, Document> byName(Manifest manifest) {
        Map<String, Document> documents = new LinkedHashMap<>();
        manifest.documents().forEach(document -> documents.putIfAbsent(name(document), document));
        return documents;
    }

    private static String name(Document document) {
        String version = String.valueOf(document.tree().get("apiVersion"));
        String group = version.contains("/") ? version.substring(0, version.indexOf('/')) : "";
        String namespace =
                document.ref().namespace() == null ? "default" : document.ref().namespace();
        return group + "|" + document.ref().kind() + "|" + namespace + "|"
                + document.ref().name();
    }

    /** Every field that differs, in the order of the wanted objects. */
    public List<FieldChange> fields() {
        return fields;
    }

    /** The objects that appear, vanish or are renamed: first what is wanted, then what is pruned. */
    public List<ObjectChange> objects() {
        return objects;
    }

    /** What the server would refuse, as errors that carry its answer, and what would leave or lose data. */
    public Report report() {
        return report;
    }

    /** Whether applying the wanted manifest does nothing at all. */
    public boolean isEmpty() {
        return fields.isEmpty() && objects.isEmpty();
    }
}
