package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.api.model.rbac.Role;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Located<Service> service : graph.objects(Service.class)) {
            Map<String, String> labels = Services.labels(service);
            String namespace = service.object().namespace();
            if (!labels.isEmpty()
                    && Services.selected(graph, service).isEmpty()
                    && !graph.workloadsIn(namespace).isEmpty()
                    && !Services.isExternalName(service)
                    && !governs(graph, service)
                    && !mayBeLabelled(graph, namespace, labels)) {
                found.accept(Services.selector(service)
                        .warning(
                                name(),
                                Text.labels(labels),
                                "no workload of this manifest makes pods with these labels, so the Service has no endpoints"
                                        + " and connections to it fail",
                                "select labels of a pod template in this namespace, such as "
                                        + Sets.anyIdentity(graph, namespace)));
            }
        }
    }

    private static boolean governs(ResourceGraph graph, Located<Service> service) {
        for (Workload set : graph.statefulSets()) {
            Located<Service> governing = Sets.governing(graph, set);
            if (governing != null && governing.object().equals(service.object())) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayBeLabelled(
            ResourceGraph graph, @Nullable String namespace, Map<String, String> selector) {
        for (Workload workload : graph.workloadsIn(namespace)) {
            if (mayLabelItself(graph, workload, selector)) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayLabelItself(ResourceGraph graph, Workload workload, Map<String, String> selector) {
        Map<String, String> known = new TreeMap<>(selector);
        known.keySet().retainAll(workload.labels().keySet());
        return !known.isEmpty()
                && workload.isSelectedBy(known)
                && graph.objects(Role.class, workload.ref().namespace()).stream()
                        .flatMap(role -> role.each("rules", Role::getRules).stream())
                        .anyMatch(rule -> allows(rule.map(PolicyRule::getResources), "pods")
                                && (allows(rule.map(PolicyRule::getVerbs), "patch")
                                        || allows(rule.map(PolicyRule::getVerbs), "update")));
    }

    private static boolean allows(Located<List<String>> words, String word) {
        return words.or(List.of()).contains(word) || words.or(List.of()).contains("*");
    }
}
