package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.function.Consumer;

/** The pods of a StatefulSet get time to stop. */
final class GraceIsNotZero implements Rule {
    @Override
    public String about() {
        return """
                The `terminationGracePeriodSeconds` of a StatefulSet is not 0. With 0 a pod is removed from the API at
                once, without waiting for its node: the controller starts a successor of the same name while the old process may
                still run and write, and two members with one identity corrupt each other's data.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            Long grace = set.podSpec().getTerminationGracePeriodSeconds();
            if (grace != null && grace == 0) {
                found.accept(set.pod()
                        .field("terminationGracePeriodSeconds", PodSpec::getTerminationGracePeriodSeconds)
                        .error(
                                name(),
                                "0",
                                "a pod is killed without a clean stop, and its successor may start while the old process"
                                        + " still runs: two members with one identity",
                                "remove it for the default of 30, or write how long a clean stop takes"));
            }
        }
    }
}
