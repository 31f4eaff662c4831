package dev.ordinal.core.change;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.diagnostic.Severity;
import dev.ordinal.core.graph.Reference;
import dev.ordinal.core.graph.Relation;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** New content of what pods read reaches the pods. */
final class NewSettingsReachPods implements ChangeRule {
    /** Written on a ConfigMap whose content is meant to be read at the next start only. */
    private static final String ON_PURPOSE = "ordinal.dev/rolls-pods";

    private static final Set<Relation> READS = Set.of(Relation.READS_KEY_OF, Relation.MOUNTS);

    @Override
    public String about() {
        return """
                When a ConfigMap or Secret that a StatefulSet reads gets other content, the pod template changes with it. Otherwise
                no pod is replaced: variables and files by `subPath` keep the old content until each pod happens to restart, and
                whether other files are read again is up to the software. A ConfigMap that is meant so says it by the annotation
                `ordinal.dev/rolls-pods: "false"`.""";
    }

    @Override
    public Stream<Diagnostic> check(Changed changed) {
        Set<ObjectRef> rolled = changed.sets()
                .filter(set -> set.changes("spec.template"))
                .map(Update::ref)
                .collect(Collectors.toSet());
        return changed.updates().stream()
                .filter(NewSettingsReachPods::hasOtherContent)
                .flatMap(config -> changed.wanted().graph().references().stream()
                        .filter(reads -> READS.contains(reads.relation())
                                && reads.to().equals(config.ref())
                                && reads.from().object().kind().equals("StatefulSet"))
                        .filter(reads -> !rolled.contains(reads.from().object()) && exists(changed, reads))
                        .map(reads -> reads.from().object())
                        .distinct()
                        .map(set -> finding(config, set)));
    }

    private static boolean exists(Changed changed, Reference reads) {
        return changed.running().graph().find(reads.from().object()).isPresent();
    }

    private static boolean hasOtherContent(Update update) {
        boolean config =
                update.ref().kind().equals("ConfigMap") || update.ref().kind().equals("Secret");
        return config
                && Stream.of("data", "binaryData", "stringData").anyMatch(update::changes)
                && !update.result()
                        .at("metadata", "annotations")
                        .text(ON_PURPOSE)
                        .equals("false");
    }

    private Diagnostic finding(Update config, ObjectRef set) {
        String path = config.changes("data") ? "data" : config.changes("stringData") ? "stringData" : "binaryData";
        return new Diagnostic(
                Severity.WARNING,
                name(),
                config.ref(),
                path,
                "other content, and the same pod template in " + set,
                "no pod is replaced: each goes on with what it read at its start until it happens to restart, and members"
                        + " drift apart",
                "write a checksum of the content into an annotation of the pod template, or restart the pods with"
                        + " kubectl rollout restart statefulset " + set.name());
    }
}
