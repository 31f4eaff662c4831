package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.PodContainer;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Selectors;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/** A PodMonitor or ServiceMonitor finds pods or Services, and in them the port that it names. */
final class MonitorsFindTargets implements Rule {
    @Override
    public String about() {
        return """
                A PodMonitor or ServiceMonitor (of the Prometheus operator) selects pods or Services of the manifest by their labels, and
                names ports that these have. Otherwise Prometheus reads nothing, and nobody is told: there is no event, and no target
                that is down. A ServiceMonitor selects by the labels of the Service itself, not by those of its pods, and names
                a port of the Service, not of a container. Where the namespace has no workloads or no Services in the manifest, or the
                monitor looks into other namespaces, nothing is said.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Monitor monitor : Monitor.of(graph, "PodMonitor")) {
            String namespace = monitor.spec().object().namespace();
            if (monitor.looksAtHome() && !graph.workloadsIn(namespace).isEmpty()) {
                SortedSet<String> names = new TreeSet<>();
                List<Workload> selected = graph.selectedBy(namespace, monitor.labels());
                for (Workload workload : selected) {
                    addPorts(workload, names);
                }
                check(monitor, !selected.isEmpty(), "pods", names, found);
            }
        }
        for (Monitor monitor : Monitor.of(graph, "ServiceMonitor")) {
            List<Located<Service>> there =
                    graph.objects(Service.class, monitor.spec().object().namespace());
            if (monitor.looksAtHome() && !there.isEmpty()) {
                SortedSet<String> names = new TreeSet<>();
                List<Located<Service>> selected = selected(monitor, there);
                for (Located<Service> service : selected) {
                    addPorts(service, names);
                }
                check(monitor, !selected.isEmpty(), "Services", names, found);
            }
        }
    }

    private static List<Located<Service>> selected(Monitor monitor, List<Located<Service>> services) {
        List<Located<Service>> selected = new ArrayList<>(1);
        for (Located<Service> service : services) {
            Map<String, String> labels = service.get().getMetadata() == null
                    ? null
                    : service.get().getMetadata().getLabels();
            if (Selectors.selects(monitor.labels(), labels == null ? Map.of() : labels)) {
                selected.add(service);
            }
        }
        return selected;
    }

    private static void addPorts(Workload workload, SortedSet<String> names) {
        for (PodContainer container : workload.containers()) {
            for (Located<ContainerPort> port : container.ports()) {
                add(port.get().getName(), names);
            }
        }
    }

    private static void addPorts(Located<Service> service, SortedSet<String> names) {
        for (Located<ServicePort> port : Services.ports(service)) {
            add(port.get().getName(), names);
        }
    }

    private static void add(String name, SortedSet<String> names) {
        if (name != null && !name.isEmpty()) {
            names.add(name);
        }
    }

    private void check(
            Monitor monitor, boolean selects, String targets, SortedSet<String> names, Consumer<Diagnostic> found) {
        if (!selects) {
            Located<Map<?, ?>> selector = monitor.selector();
            found.accept(selector.warning(
                    name(),
                    selector.isPresent() ? selector.get().toString() : "no selector",
                    "no " + targets
                            + " of this manifest in this namespace have these labels, so Prometheus reads nothing and"
                            + " tells nobody",
                    "select labels that the " + targets + " have themselves"));
            return;
        }
        for (Located<String> port : monitor.ports()) {
            if (!names.contains(port.get())) {
                found.accept(port.error(
                        name(),
                        Text.found(port.get()),
                        "none of the " + targets
                                + " that it selects has a port of that name, so Prometheus reads nothing and tells"
                                + " nobody",
                        names.isEmpty()
                                ? "name the port in the " + targets + " first"
                                : "use one of these names: " + String.join(", ", names)));
            }
        }
    }
}
