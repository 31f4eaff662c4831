package dev.ordinal.core.change;

import dev.ordinal.core.admission.Admission;
import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.diagnostic.Report;
import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.core.rule.Allowances;
import dev.ordinal.core.yaml.Document;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
    private final Changed changed;
    private final List<FieldChange> fields;
    private final List<ObjectChange> objects;
    private final Report report;

    private Change(Changed changed, List<ObjectChange> objects, Report report) {
        this.changed = changed;
        this.fields = changed.updates().stream()
                .flatMap(update -> update.changes().stream())
                .toList();
        this.objects = List.copyOf(objects);
        this.report = report;
    }

    /**
     * The change from what runs to what is wanted. The running manifest may be what was applied or what the server gives
     * back; the wanted one is sent as a whole with server-side apply by the same writer, and what it lacks is pruned. The
     * server is of the version that the wanted manifest is for, 1.36 unless {@link Manifest#forKubernetes} says otherwise.
     * If it says no namespace at all, and all that runs is in one, it is put into that. Never throws for what is in the
     * manifests.
     */
    public static Change between(Manifest running, Manifest wanted) {
        Optional<String> unsaid = UnsaidNamespace.of(running, wanted);
        return between(running, unsaid.map(wanted::inNamespace).orElse(wanted), unsaid);
    }

    private static Change between(Manifest running, Manifest wanted, Optional<String> unsaid) {
        Map<String, Document> before = byName(running);
        Map<String, Document> after = byName(wanted);
        List<Update> updates = new ArrayList<>();
        List<Diagnostic> findings = new ArrayList<>(
                wanted.report().errors().stream().filter(Change::isUnreadable).toList());
        Set<ObjectRef> unreadable = findings.stream().map(Diagnostic::object).collect(Collectors.toUnmodifiableSet());
        after.forEach((name, document) -> {
            Document old = before.get(name);
            // What cannot be decoded is not looked at any further.
            boolean readable = !unreadable.contains(document.ref());
            if (document.model() == null) {
                return;
            } else if (old == null) {
                findings.addAll(readable ? Admission.judge(document) : List.of());
                return;
            }
            Update update = ObjectUpdate.of(old, document, wanted.kubernetes(), readable);
            updates.add(update);
            findings.addAll(update.findings());
        });
        Changed changed = new Changed(running, wanted, updates, unsaid);
        Comings comings = new Comings(running, before, after);
        List<Diagnostic> regretted = new ArrayList<>(comings.findings());
        ChangeRules.all().forEach(rule -> rule.check(changed).forEach(regretted::add));
        return new Change(changed, comings.objects(), report(changed, findings, regretted));
    }

    private static Report report(Changed changed, List<Diagnostic> certain, List<Diagnostic> regretted) {
        Map<ObjectRef, Document> documents = new HashMap<>();
        changed.wanted().documents().forEach(document -> documents.putIfAbsent(document.ref(), document));
        return Allowances.ofChanges(changed.running().graph(), changed.wanted().graph())
                .report(placed(certain, documents), placed(regretted, documents));
    }

    private static List<Diagnostic> placed(List<Diagnostic> findings, Map<ObjectRef, Document> documents) {
        return findings.stream()
                .map(found -> Optional.ofNullable(documents.get(found.object()))
                        .flatMap(document -> document.position(found.path()))
                        .filter(place -> found.position().isEmpty())
                        .map(found::at)
                        .orElse(found))
                .toList();
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

    /**
     * What to do, in order, to get from what runs to what is wanted: applying it, and what must come before and after where
     * that is not enough. Volumes that grow, sets that must be created anew under their running pods, members that must leave
     * first, a roll-out that is stuck. No steps if nothing changes, and none if the report has an error that no step mends.
     */
    public Plan plan() {
        return Planner.of(changed, objects, report);
    }

    /**
     * The same for the careful: every set that rolls gets the new template in one pod first, and in the others after somebody
     * has looked at it. No steps if no set of several members rolls, or if there are errors.
     */
    public Plan canary() {
        return report.hasErrors() ? Plan.of() : Planner.canary(changed);
    }

    /** What the controller will do with the pods of each set that differs, step by step. */
    public List<Rehearsal> rehearsals() {
        return Rehearsal.all(changed);
    }

    /** Whether applying the wanted manifest does nothing at all. */
    public boolean isEmpty() {
        return fields.isEmpty() && objects.isEmpty();
    }
}
