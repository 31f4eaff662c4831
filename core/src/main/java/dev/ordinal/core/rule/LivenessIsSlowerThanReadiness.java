package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.PodContainer;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Probe;
import java.util.Objects;
import java.util.function.Consumer;

/** A liveness probe that asks the same as the readiness probe has more patience. */
final class LivenessIsSlowerThanReadiness implements Rule {
    @Override
    public String about() {
        return """
                A liveness probe of a StatefulSet that asks the same question as the readiness probe fails later than it.
                Where both fail together, a member that is only slow, or waits for its peers, is killed instead of being left out of
                the Service for a while; in a fail-over that turns one lost member into a storm of restarts.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            for (PodContainer container : set.containers()) {
                Probe live = container.get().getLivenessProbe();
                Probe ready = container.get().getReadinessProbe();
                if (live != null
                        && ready != null
                        && asksTheSame(live, ready)
                        && Probes.failureSeconds(live) <= Probes.failureSeconds(ready)) {
                    found.accept(finding(container.field("livenessProbe", Container::getLivenessProbe), ready));
                }
            }
        }
    }

    private Diagnostic finding(Located<Probe> live, Probe ready) {
        long enough = 2 * Math.max(1, Probes.failureSeconds(ready)) / Math.max(1, Probes.periodSeconds(live.get()));
        return live.warning(
                name(),
                "the readiness probe's question, and a kill after " + Probes.failureSeconds(live.get()) + " seconds",
                "a member that is not ready for " + Probes.failureSeconds(ready)
                        + " seconds is killed, although waiting would do",
                "raise failureThreshold to " + enough + " or more, or ask only whether the process is alive");
    }

    private static boolean asksTheSame(Probe one, Probe other) {
        return Objects.equals(one.getExec(), other.getExec())
                && Objects.equals(one.getHttpGet(), other.getHttpGet())
                && Objects.equals(one.getTcpSocket(), other.getTcpSocket())
                && Objects.equals(one.getGrpc(), other.getGrpc());
    }
}
