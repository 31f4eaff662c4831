package dev.ordinal.core.rule;

import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceSpec;
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

    static boolean selects(Located<Service> service, Workload workload) {
        return workload.isSelectedBy(selector(service).or(Map.of()));
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
        return graph.workloadsIn(service.object().namespace())
                .filter(workload -> selects(service, workload))
                .toList();
    }

    static Stream<Located<Service>> in(ResourceGraph graph, Workload workload) {
        return graph.all(Service.class)
                .filter(service -> ResourceGraph.sameNamespace(
                        service.object().namespace(), workload.ref().namespace()));
    }
}
