package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.PodContainer;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.autoscaling.v2.CrossVersionObjectReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** No autoscaler scales the members of a data store. */
final class AutoscalersLeaveStoresAlone implements Rule {
    @Override
    public String about() {
        return """
                No autoscaler scales a StatefulSet that runs a well-known data store. Who belongs to its cluster, and which
                member holds which data, is not a function of the load: a member that comes is empty or unknown to the others,
                and one that goes takes its vote and its copy with it. The images are those of `data-paths.txt`.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Autoscaler scaler : Autoscaler.of(graph)) {
            Workload workload = scaler.workload();
            PodContainer store = workload != null && workload.isStatefulSet() ? store(workload) : null;
            if (workload != null && store != null) {
                found.accept(finding(scaler, workload, store));
            }
        }
    }

    private static @Nullable PodContainer store(Workload set) {
        for (PodContainer container : set.appContainers()) {
            if (!DataPath.of(container).isEmpty()) {
                return container;
            }
        }
        return null;
    }

    private Diagnostic finding(Autoscaler scaler, Workload workload, PodContainer container) {
        return scaler.target()
                .field("name", CrossVersionObjectReference::getName)
                .error(
                        name(),
                        workload.ref() + " of "
                                + Text.found(container.map(Container::getImage).or("")),
                        "a member that load adds is empty or unknown to the others, and one that load removes takes its"
                                + " vote and its copy of the data with it",
                        "remove the autoscaler, and scale the members by hand when data moves with them");
    }
}
