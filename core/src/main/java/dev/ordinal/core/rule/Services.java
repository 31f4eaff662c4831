package dev.ordinal.core.rule;

import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Services as rules look at them. */
final class Services {
    private Services() {}

    static Located<ServiceSpec> spec(Located<Service> service) {
        return service.field("spec", Service::getSpec);
    }

    static Located<Map<String, String>> selector(Located<Service> service) {
        return spec(service).field("selector", ServiceSpec::getSelector);
    }

    static boolean isHeadless(Located<Service> service) {
        return "None".equals(spec(service).map(ServiceSpec::getClusterIP).or(""));
    }

    static boolean isExternalName(Located<Service> service) {
        return "ExternalName".equals(spec(service).map(ServiceSpec::getType).or(""));
    }

    /** Whether somebody keeps the endpoints by hand: Endpoints of the same name, and no selector. */
    static boolean hasForeignEndpoints(ResourceGraph graph, Located<Service> service) {
        return selector(service).or(Map.of()).isEmpty()
                && graph.find(
                                Endpoints.class,
                                service.object().namespace(),
                                service.object().name())
                        .isPresent();
    }

    /** The workloads whose pods a Service selects. */
    static List<Workload> selected(ResourceGraph graph, Located<Service> service) {
        return graph.selectedBy(service.object().namespace(), selector(service).or(Map.of()));
    }

    static Stream<Located<Service>> in(ResourceGraph graph, Workload workload) {
        return graph.allIn(workload.ref().namespace(), Service.class);
    }

    /** The Services that select pods of a workload, in order. */
    static List<Located<Service>> selecting(ResourceGraph graph, Workload workload) {
        return graph.derived(Selecting.class, Selecting::of).services().getOrDefault(workload, List.of());
    }

    private record Selecting(Map<Workload, List<Located<Service>>> services) {
        static Selecting of(ResourceGraph graph) {
            Map<Workload, List<Located<Service>>> services = new HashMap<>();
            graph.all(Service.class).forEach(service -> selected(graph, service)
                    .forEach(workload -> services.computeIfAbsent(workload, w -> new ArrayList<>())
                            .add(service)));
            return new Selecting(services);
        }
    }
}
