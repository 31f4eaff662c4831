package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.List;
import java.util.stream.Stream;

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
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return Sets.of(graph).flatMap(this::check);
    }

    private Stream<Diagnostic> check(Workload set) {
        List<Located<Container>> containers =
                set.pod().each("containers", PodSpec::getContainers).toList();
        if (set.containers().anyMatch(c -> c.map(Container::getReadinessProbe).isPresent())) {
            return Stream.empty();
        }
        return containers.stream().limit(1).map(container -> container
                .field("readinessProbe", Container::getReadinessProbe)
                .warning(
                        name(),
                        "nothing",
                        "a member counts as ready when its process has started, so an update goes on to the next one"
                                + " before this one serves",
                        "add a readinessProbe that asks this member alone, such as a ping of its own port"));
    }
}
