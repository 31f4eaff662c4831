package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import io.fabric8.kubernetes.api.model.Service;
import java.util.Map;
import java.util.stream.Stream;

/** A Service with a selector selects pods of the manifest. */
final class ServiceSelectsPods implements Rule {
    @Override
    public String about() {
        return """
                A Service with a selector selects pods of a workload in its namespace of the manifest. One that selects
                nothing has no endpoints, and every connection to it fails. It is a warning only, because a Service may stand
                for pods that something else makes; where the namespace has no workloads in the manifest, nothing is said.""";
    }

    @Override
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return graph.all(Service.class)
                .filter(service -> !Services.isExternalName(service) && !governs(graph, service))
                .map(Services::selector)
                .filter(selector -> !selector.or(Map.of()).isEmpty() && isAlone(graph, selector))
                .map(selector -> selector.warning(
                        name(),
                        Text.labels(selector.get()),
                        "no workload of this manifest makes pods with these labels, so the Service has no endpoints and"
                                + " connections to it fail",
                        "select labels of a pod template in this namespace, such as "
                                + graph.workloadsIn(selector.object().namespace())
                                        .map(workload -> Text.labels(Sets.identity(workload)))
                                        .sorted()
                                        .findFirst()
                                        .orElse("{}")));
    }

    private static boolean governs(ResourceGraph graph, Located<Service> service) {
        return Sets.of(graph)
                .flatMap(set -> Sets.governing(graph, set).stream())
                .anyMatch(s -> s.object().equals(service.object()));
    }

    private static boolean isAlone(ResourceGraph graph, Located<Map<String, String>> selector) {
        String namespace = selector.object().namespace();
        return graph.workloadsIn(namespace).findAny().isPresent()
                && graph.workloadsIn(namespace).noneMatch(workload -> workload.isSelectedBy(selector.get()));
    }
}
