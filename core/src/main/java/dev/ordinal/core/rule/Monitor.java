package dev.ordinal.core.rule;

import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A PodMonitor or ServiceMonitor of the Prometheus operator, by which Prometheus finds what it reads metrics from. The model
 * does not know these kinds, so what is in them is plain maps and lists, and may be anything.
 *
 * @param spec what it says
 * @param endpoints the name of the list of ports
 */
record Monitor(Located<Map<?, ?>> spec, String endpoints) {
    private static final String GROUP = "monitoring.coreos.com/";

    /** The monitors of one kind, {@code PodMonitor} or {@code ServiceMonitor}. */
    static List<Monitor> of(ResourceGraph graph, String kind) {
        List<Monitor> monitors = new ArrayList<>(0);
        for (Located<HasMetadata> object : graph.objects(HasMetadata.class)) {
            String version = object.get().getApiVersion();
            if (kind.equals(object.object().kind()) && version != null && version.startsWith(GROUP)) {
                monitors.add(new Monitor(
                        object.step("spec", spec(object.as(GenericKubernetesResource.class))),
                        kind.equals("PodMonitor") ? "podMetricsEndpoints" : "endpoints"));
            }
        }
        return monitors;
    }

    private static Map<?, ?> spec(Located<GenericKubernetesResource> object) {
        Object spec =
                object.isPresent() ? object.get().getAdditionalProperties().get("spec") : null;
        return spec instanceof Map<?, ?> map ? map : Map.of();
    }

    /** Whether it looks into its own namespace alone, as it does unless it says otherwise. */
    boolean looksAtHome() {
        return !(spec.get().get("namespaceSelector") instanceof Map<?, ?> map) || map.isEmpty();
    }

    Located<Map<?, ?>> selector() {
        return spec.step("selector", spec.get().get("selector") instanceof Map<?, ?> map ? map : null);
    }

    /** What it selects, as Kubernetes understands it. */
    LabelSelector labels() {
        LabelSelector selector = new LabelSelector();
        Map<?, ?> said = selector().or(Map.of());
        if (said.get("matchLabels") instanceof Map<?, ?> labels) {
            Map<String, String> all = new LinkedHashMap<>();
            labels.forEach((key, value) -> all.put(String.valueOf(key), String.valueOf(value)));
            selector.setMatchLabels(all);
        }
        if (said.get("matchExpressions") instanceof List<?> expressions) {
            selector.setMatchExpressions(
                    expressions.stream().map(Monitor::requirement).toList());
        }
        return selector;
    }

    private static LabelSelectorRequirement requirement(@Nullable Object said) {
        Map<?, ?> map = said instanceof Map<?, ?> one ? one : Map.of();
        List<String> values = map.get("values") instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
        return new LabelSelectorRequirement(text(map.get("key")), text(map.get("operator")), values);
    }

    /** The names of the ports that it reads, where it names them. */
    List<Located<String>> ports() {
        List<Located<String>> ports = new ArrayList<>(1);
        List<?> all = spec.get().get(endpoints) instanceof List<?> list ? list : List.of();
        for (Located<?> endpoint : spec.items(endpoints, all)) {
            if (endpoint.get() instanceof Map<?, ?> map && map.get("port") instanceof String name) {
                ports.add(endpoint.step("port", name));
            }
        }
        return ports;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
