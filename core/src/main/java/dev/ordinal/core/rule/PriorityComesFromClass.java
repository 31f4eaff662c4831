package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.stream.Stream;

/** A pod's priority comes from its class. */
final class PriorityComesFromClass implements Rule {
    @Override
    public String about() {
        return """
                A pod template names a `priorityClassName` and leaves `priority` to the API server. That computes the number
                from the class and refuses every pod in which another one stands.""";
    }

    @Override
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return graph.workloads().stream()
                .map(workload -> workload.pod().field("priority", PodSpec::getPriority))
                .filter(Located::isPresent)
                .map(priority -> priority.warning(
                        name(),
                        priority.get().toString(),
                        "the API server computes this number from the class, and refuses every pod that has another one",
                        "remove priority, and name a priorityClassName"));
    }
}
