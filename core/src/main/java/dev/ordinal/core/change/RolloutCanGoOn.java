package dev.ordinal.core.change;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.Severity;
import java.util.Optional;
import java.util.stream.Stream;

/** A new template is not held up by a pod that the old one left not ready. */
final class RolloutCanGoOn implements ChangeRule {
    @Override
    public String about() {
        return """
                A StatefulSet whose last roll-out is stuck takes a new template only after somebody deletes the pod that never got
                ready: under ordered management the controller waits for that pod, which the broken template will never make
                ready. This is seen when the running manifest comes from the cluster, with its status; the plan then deletes the
                pod.""";
    }

    @Override
    public Stream<Diagnostic> check(Changed changed) {
        return changed.sets().flatMap(set -> stuckPod(set).map(pod -> finding(set, pod)).stream());
    }

    /** The pod that a roll-out waits for, as the status tells; none if no new template comes. */
    static Optional<String> stuckPod(Update set) {
        Tree status = set.running().field("status");
        Tree spec = set.running().field("spec");
        long replicas = spec.number("replicas", 1);
        boolean stuck = set.changes("spec.template")
                && !spec.text("podManagementPolicy").equals("Parallel")
                && !spec.field("updateStrategy").text("type").equals("OnDelete")
                && !status.text("updateRevision").equals(status.text("currentRevision"))
                && status.number("readyReplicas", 0) < replicas
                && status.number("updatedReplicas", 0) > 0;
        return stuck
                ? Optional.of(Changed.pod(
                        set.ref(), set.running(), Math.max(0, replicas - status.number("updatedReplicas", 0))))
                : Optional.empty();
    }

    private Diagnostic finding(Update set, String pod) {
        return new Diagnostic(
                Severity.WARNING,
                name(),
                set.ref(),
                "spec.template",
                pod + " of the running revision is not ready",
                "the controller waits until it is, which with the running template may be never, and does not try the new"
                        + " one",
                "run kubectl delete pod " + pod + " after the new template is applied");
    }
}
