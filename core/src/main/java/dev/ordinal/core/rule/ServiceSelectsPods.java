package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Service with a selector selects pods of the manifest. */
final class ServiceSelectsPods implements Rule {
    @Override
    public String about() {
        return """
                A Service with a selector selects pods of a workload in its namespace of the manifest. One that selects
                nothing has no endpoints, and every connection to it fails. It is a warning only, because a Service may stand
                for pods that something else makes; where the namespace has no workloads in the manifest, nothing is said. Nothing
                is said either of a label more than a template has, such as `role: primary`, where a Role of the manifest
                may change pods: members with such rights label themselves.""";
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
        return graph.derived(Governing.class, Governing::of).services().contains(service.object());
    }

    private record Governing(Set<ObjectRef> services) {
        static Governing of(ResourceGraph graph) {
            return new Governing(Sets.of(graph)
                    .flatMap(set -> Sets.governing(graph, set).stream())
                    .map(Located::object)
                    .collect(Collectors.toSet()));
        }
    }

    private static boolean isAlone(ResourceGraph graph, Located<Map<String, String>> selector) {
        String namespace = selector.object().namespace();
        return graph.workloadsIn(namespace).findAny().isPresent()
                && graph.selectedBy(namespace, selector.get()).isEmpty()
                && graph.workloadsIn(namespace).noneMatch(w -> mayLabelItself(graph, w, selector.get()));
    }

    private static boolean mayLabelItself(ResourceGraph graph, Workload workload, Map<String, String> selector) {
        Map<String, String> known = new TreeMap<>(selector);
        known.keySet().retainAll(workload.labels().keySet());
        return !known.isEmpty()
                && workload.isSelectedBy(known)
                && graph.allIn(workload.ref().namespace(), Role.class)
                        .flatMap(role -> role.each("rules", Role::getRules))
                        .anyMatch(rule -> allows(rule.map(PolicyRule::getResources), "pods")
                                && (allows(rule.map(PolicyRule::getVerbs), "patch")
                                        || allows(rule.map(PolicyRule::getVerbs), "update")));
    }

    private static boolean allows(Located<List<String>> words, String word) {
        return words.or(List.of()).contains(word) || words.or(List.of()).contains("*");
    }
}
