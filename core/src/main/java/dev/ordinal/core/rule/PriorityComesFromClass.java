package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.function.Consumer;

/** A pod's priority comes from its class. */
final class PriorityComesFromClass implements Rule {
    @Override
    public String about() {
        return """
                A pod template names a `priorityClassName` and leaves `priority` to the API server. That computes the number
                from the class and refuses every pod in which another one stands.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload workload : graph.workloads()) {
            Integer priority = workload.podSpec().getPriority();
            if (priority != null) {
                found.accept(workload.pod()
                        .field("priority", PodSpec::getPriority)
                        .warning(
                                name(),
                                priority.toString(),
                                "the API server computes this number from the class, and refuses every pod that has another"
                                        + " one",
                                "remove priority, and name a priorityClassName"));
            }
        }
    }
}
