package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.PodContainer;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.Container;
import java.util.function.Consumer;

/** A pod of a StatefulSet tells when it is ready. */
final class ReadinessProbeExists implements Rule {
    @Override
    public String about() {
        return """
                At least one container of a StatefulSet has a readiness probe. Without one a member counts as ready when
                its process has started: the next member is started, and the next pod is rolled, before this one can serve, and a
                disruption budget takes it for healthy.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            if (!set.appContainers().isEmpty() && !hasReadiness(set)) {
                found.accept(set.appContainers()
                        .get(0)
                        .field("readinessProbe", Container::getReadinessProbe)
                        .warning(
                                name(),
                                "nothing",
                                "a member counts as ready when its process has started, so an update goes on to the next one"
                                        + " before this one serves",
                                "add a readinessProbe that asks this member alone, such as a ping of its own port"));
            }
        }
    }

    private static boolean hasReadiness(Workload set) {
        for (PodContainer container : set.containers()) {
            if (container.get().getReadinessProbe() != null) {
                return true;
            }
        }
        return false;
    }
}
