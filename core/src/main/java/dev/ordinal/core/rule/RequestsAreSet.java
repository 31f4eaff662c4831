package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return Sets.of(graph).flatMap(this::check);
    }

    private Stream<Diagnostic> check(Workload set) {
        Located<ResourceRequirements> whole = set.pod().field("resources", PodSpec::getResources);
        return set.pod().each("containers", PodSpec::getContainers).flatMap(container -> {
            Located<ResourceRequirements> own = container.field("resources", Container::getResources);
            String missing = Stream.of("cpu", "memory")
                    .filter(name -> !asks(own, name) && !asks(whole, name))
                    .collect(Collectors.joining(" and "));
            return missing.isEmpty() ? Stream.empty() : Stream.of(finding(own, missing));
        });
    }

    private Diagnostic finding(Located<ResourceRequirements> resources, String missing) {
        return resources
                .field("requests", ResourceRequirements::getRequests)
                .warning(
                        name(),
                        "no request for " + missing,
                        "the scheduler counts this container as needing none, and on a crowded node its pod is the first"
                                + " to suffer",
                        "request what it needs, such as requests: {cpu: 500m, memory: 1Gi}");
    }

    private static boolean asks(Located<ResourceRequirements> resources, String name) {
        Map<String, Quantity> requests =
                resources.map(ResourceRequirements::getRequests).or(Map.of());
        Map<String, Quantity> limits =
                resources.map(ResourceRequirements::getLimits).or(Map.of());
        return requests.containsKey(name) || limits.containsKey(name);
    }
}
