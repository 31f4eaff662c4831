package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.PodContainer;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Every container of a StatefulSet says how much processor and memory it needs. */
final class RequestsAreSet implements Rule {
    @Override
    public String about() {
        return """
                Every container of a StatefulSet requests processor time and memory, for itself or through its pod. What
                requests nothing is placed on full nodes and is the first to be evicted when memory runs short. A limit stands for
                a request of the same size.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            ResourceRequirements whole = set.podSpec().getResources();
            for (PodContainer container : set.appContainers()) {
                ResourceRequirements own = container.get().getResources();
                boolean hasCpu = asks(own, "cpu") || asks(whole, "cpu");
                boolean hasMemory = asks(own, "memory") || asks(whole, "memory");
                if (!hasCpu || !hasMemory) {
                    found.accept(finding(container, hasMemory ? "cpu" : hasCpu ? "memory" : "cpu and memory"));
                }
            }
        }
    }

    private Diagnostic finding(PodContainer container, String missing) {
        return container
                .field("resources", Container::getResources)
                .field("requests", ResourceRequirements::getRequests)
                .warning(
                        name(),
                        "no request for " + missing,
                        "the scheduler counts this container as needing none, and on a crowded node its pod is the first"
                                + " to suffer",
                        "request what it needs, such as requests: {cpu: 500m, memory: 1Gi}");
    }

    private static boolean asks(@Nullable ResourceRequirements resources, String name) {
        return resources != null
                && ((resources.getRequests() != null && resources.getRequests().containsKey(name))
                        || (resources.getLimits() != null
                                && resources.getLimits().containsKey(name)));
    }
}
