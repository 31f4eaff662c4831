package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.PodContainer;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Probe;
import java.util.List;
import java.util.function.Consumer;

/** A liveness probe leaves a member with data the time to recover. */
final class LivenessWaitsForStartup implements Rule {
    /** Two minutes: less than that, and replaying a log after a crash is cut short. */
    private static final int ENOUGH_SECONDS = 120;

    @Override
    public String about() {
        return """
                A container with a liveness probe, in a StatefulSet with claims, has a startup probe too, or two minutes
                before the first failures count. A store that replays its log after a crash answers no probe while it does: the
                kubelet kills it, the replay begins anew, and it never comes up.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            for (PodContainer container : set.claimTemplates().isEmpty() ? List.<PodContainer>of() : set.containers()) {
                Probe probe = container.get().getLivenessProbe();
                if (probe != null && container.get().getStartupProbe() == null && seconds(probe) < ENOUGH_SECONDS) {
                    found.accept(container
                            .field("livenessProbe", Container::getLivenessProbe)
                            .warning(
                                    name(),
                                    "a kill after " + seconds(probe) + " seconds, and no startupProbe",
                                    "recovery after a crash that takes longer is killed and begins anew, for ever",
                                    "add a startupProbe with failureThreshold: 60, which holds this probe back until the"
                                            + " first success"));
                }
            }
        }
    }

    private static long seconds(Probe probe) {
        Integer delay = probe.getInitialDelaySeconds();
        return (delay == null ? 0 : delay) + Probes.failureSeconds(probe);
    }
}
