package dev.ordinal.core.change;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.diagnostic.Severity;
import dev.ordinal.core.version.KubernetesVersion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One object before and after, and what is found to be wrong with the way from here to there. */
final class Update {
    private static final String RULE = "UpdateIsAllowed";

    private final ObjectRef ref;
    private final KubernetesVersion server;
    private final Tree running;
    private final Tree result;
    private final List<Difference.Part> parts;
    private final List<Diagnostic> findings = new ArrayList<>();
    private final Map<String, Effect> refused = new LinkedHashMap<>();

    Update(ObjectRef ref, Tree running, Tree result, KubernetesVersion server) {
        this.ref = ref;
        this.server = server;
        this.running = running;
        this.result = result;
        this.parts = Difference.between(ref.kind(), running, result);
    }

    ObjectRef ref() {
        return ref;
    }

    /** Whether the server is older than 1.{@code minor}. */
    boolean isBefore(int minor) {
        return server.minor() < minor;
    }

    Tree running() {
        return running;
    }

    Tree result() {
        return result;
    }

    List<Difference.Part> parts() {
        return parts;
    }

    List<Diagnostic> findings() {
        return findings;
    }

    /** The differences in or around a field. */
    List<Difference.Part> touching(String field) {
        return parts.stream().filter(part -> part.touches(field)).toList();
    }

    boolean changes(String field) {
        return parts.stream().anyMatch(part -> part.touches(field));
    }

    /** Refuses the change of a field, if there is one, under the name that the server gives it. */
    void freeze(String field, Effect effect, String reason, String called, String why, String fix) {
        for (Difference.Part part : touching(field)) {
            refuse(part, effect, reason, called, why, fix);
        }
    }

    /** Refuses one difference. */
    void refuse(Difference.Part part, Effect effect, String reason, String called, String why, String fix) {
        refused.put(part.path(), effect);
        found(part.path(), Shown.of(part.before()) + " -> " + Shown.of(part.after()), reason, called, why, fix);
    }

    /** Refuses a value, changed or not. */
    void refuse(String path, String found, String reason, String called, String why, String fix) {
        refused.put(path, Effect.REFUSED);
        found(path, found, reason, called, why, fix);
    }

    private void found(String path, String found, String reason, String called, String why, String fix) {
        findings.add(
                new Diagnostic(Severity.ERROR, RULE, ref, path, found, "the API server refuses the update: " + why, fix)
                        .refused(reason, called));
    }

    /** Nothing of an object that cannot be decoded is taken, and the reader has told why. */
    void refuseAll() {
        parts.forEach(part -> refused.put(part.path(), Effect.REFUSED));
    }

    /** Takes over what the server finds wrong with the result as such. */
    void invalid(Diagnostic finding) {
        refused.put(finding.path(), Effect.REFUSED);
        findings.add(finding);
    }

    /** Whether a finding says no more than that this object must be created anew, and that can be done. */
    boolean isMended(Diagnostic error, boolean canBeReplaced) {
        return canBeReplaced
                && error.object().equals(ref)
                && refused.get(error.path()) == Effect.RECREATION_ONLY
                && error.refusal().isPresent();
    }

    /** The differences with their effects. */
    List<FieldChange> changes() {
        return parts.stream()
                .map(part -> new FieldChange(ref, part.path(), part.before(), part.after(), effect(part)))
                .toList();
    }

    private Effect effect(Difference.Part part) {
        Effect frozen = refused.get(part.path());
        if (frozen != null) {
            return frozen;
        }
        boolean wrong = refused.keySet().stream()
                .anyMatch(path -> !path.isEmpty() && (part.isIn(path) || within(path, part.path())));
        return wrong ? Effect.REFUSED : Effects.of(this, part);
    }

    private static boolean within(String path, String place) {
        return path.startsWith(place + ".") || path.startsWith(place + "[");
    }
}
