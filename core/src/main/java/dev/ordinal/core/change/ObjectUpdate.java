package dev.ordinal.core.change;

import dev.ordinal.core.admission.Admission;
import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.version.KubernetesVersion;
import dev.ordinal.core.yaml.Document;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One object that is in both manifests: what the server would make of it, and what it says to that. */
final class ObjectUpdate {
    private ObjectUpdate() {}

    /**
     * What the server would do.
     *
     * @param readable whether it can decode what is wanted at all; otherwise it refuses the whole object for that alone
     */
    static Update of(Document before, Document after, KubernetesVersion server, boolean readable) {
        String kind = after.ref().kind();
        Map<String, @Nullable Object> written = Live.written(kind, before.tree());
        Map<String, @Nullable Object> wanted = Live.written(kind, after.tree());
        Tree running = Live.running(kind, written);
        if (kind.equals("Service")) {
            Addresses.allocate(running.field("spec"), Live.filled(kind, wanted).field("spec"));
        }
        Apply apply = new Apply(kind);
        Tree result = Live.filled(kind, apply.merge(running.map(), Live.owned(kind, written), wanted));
        if (kind.equals("Service")) {
            Addresses.keep(running.field("spec"), result.field("spec"));
        } else if (kind.equals("PersistentVolumeClaim")) {
            source(running.field("spec"), result.field("spec"));
        }
        Update update = new Update(after.ref(), running, result, server);
        if (before.tree().get("status") != null) {
            running.put("status", before.tree().get("status"));
        }
        if (readable) {
            List<String> twice = apply.duplicates();
            // What runs with a key twice was not made by server-side apply, and nothing new is wrong with it.
            judge(update, twice.stream().filter(update::changes).toList());
        } else {
            update.refuseAll();
        }
        return update;
    }

    /** What is filled from something is so by either of the two fields. */
    private static void source(Tree running, Tree spec) {
        if (!running.has("dataSource")) {
            Live.forget(spec);
        }
        if (!spec.has("dataSource") && spec.has("dataSourceRef")) {
            spec.put("dataSource", Tree.copy(spec.get("dataSourceRef")));
        }
    }

    private static void judge(Update update, List<String> duplicates) {
        for (String path : duplicates) {
            update.refuse(
                    path,
                    "the same key twice",
                    "",
                    "",
                    "server-side apply takes every key of this list once",
                    "remove one of the two");
        }
        if (!duplicates.isEmpty()) {
            return;
        }
        UpdateRules.check(update);
        List<Diagnostic> found = refusals(update.ref(), update.result());
        if (!found.isEmpty()) {
            List<Diagnostic> running = refusals(update.ref(), update.running());
            found.stream()
                    .filter(finding -> isChecked(update, finding, running))
                    .filter(finding -> !Tolerated.is(update, finding, running))
                    .forEach(update::invalid);
        }
    }

    private static List<Diagnostic> refusals(ObjectRef ref, Tree object) {
        Tree copy = Tree.of(Tree.copy(object.map()));
        Tree spec = copy.field("spec");
        if (ref.kind().equals("Job") && Live.isGenerated(copy)) {
            spec.remove("selector");
            spec.at("template", "metadata", "labels").map().keySet().removeAll(Live.JOB_LABELS);
        } else if (ref.kind().equals("Service")) {
            Addresses.forget(spec);
        }
        return Admission.judge(new Document(ref, copy.map(), null, Map.of()));
    }

    /** Whether the server looks at it again in an update. */
    private static boolean isChecked(Update update, Diagnostic finding, List<Diagnostic> running) {
        String field = finding.refusal().map(refusal -> refusal.field()).orElse("");
        if (field.equals("metadata.name") || field.equals("metadata.namespace")) {
            return false;
        } else if (update.ref().kind().equals("PersistentVolumeClaim")) {
            // The form of a group is looked at only where there was none yet.
            Tree spec = update.running().field("spec");
            boolean had = spec.field("dataSource").has("apiGroup")
                    || spec.field("dataSourceRef").has("apiGroup");
            return !(had && field.endsWith(".apiGroup"));
        } else if (!update.ref().kind().equals("StatefulSet")) {
            return true;
        }
        boolean once = field.equals("spec.serviceName") || field.startsWith("spec.volumeClaimTemplates");
        return !once && (!field.startsWith("spec.template.spec") || templateRuns(running));
    }

    /** A template that would be refused today lets its successor pass. */
    private static boolean templateRuns(List<Diagnostic> running) {
        return running.stream()
                .map(Diagnostic::refusal)
                .flatMap(Optional::stream)
                .noneMatch(refusal -> refusal.field().startsWith("spec.template"));
    }
}
