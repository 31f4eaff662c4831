package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.ResourceGraph;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.stream.Stream;

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
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return Sets.of(graph)
                .map(set -> set.pod().field("terminationGracePeriodSeconds", PodSpec::getTerminationGracePeriodSeconds))
                .filter(grace -> grace.or(30L) == 0)
                .map(grace -> grace.error(
                        name(),
                        "0",
                        "a pod is killed without a clean stop, and its successor may start while the old process still"
                                + " runs: two members with one identity",
                        "remove it for the default of 30, or write how long a clean stop takes"));
    }
}
