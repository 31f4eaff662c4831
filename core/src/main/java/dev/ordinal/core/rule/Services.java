package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.graph.Grouped;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Services as rules look at them. */
final class Services {
    private Services() {}

    static Located<ServiceSpec> spec(Located<Service> service) {
        return service.step("spec", service.get().getSpec());
    }

    static List<Located<ServicePort>> ports(Located<Service> service) {
        ServiceSpec spec = service.get().getSpec();
        return spec(service).items("ports", spec == null ? null : spec.getPorts());
    }

    static Located<Map<String, String>> selector(Located<Service> service) {
        return spec(service).field("selector", ServiceSpec::getSelector);
    }

    /** The labels that a Service selects; empty where it has no selector. */
    static Map<String, String> labels(Located<Service> service) {
        ServiceSpec spec = service.get().getSpec();
        return spec == null || spec.getSelector() == null ? Map.of() : spec.getSelector();
    }

    static boolean isHeadless(Located<Service> service) {
        ServiceSpec spec = service.get().getSpec();
        return spec != null && "None".equals(spec.getClusterIP());
    }

    static boolean isExternalName(Located<Service> service) {
        ServiceSpec spec = service.get().getSpec();
        return spec != null && "ExternalName".equals(spec.getType());
    }

    static boolean publishesNotReady(Located<Service> service) {
        ServiceSpec spec = service.get().getSpec();
        return spec != null && Boolean.TRUE.equals(spec.getPublishNotReadyAddresses());
    }

    /** Whether somebody keeps the endpoints by hand: Endpoints of the same name, and no selector. */
    static boolean hasForeignEndpoints(ResourceGraph graph, Located<Service> service) {
        ObjectRef ref = service.object();
        return labels(service).isEmpty()
                && graph.find(Endpoints.class, ref.namespace(), ref.name()).isPresent();
    }

    /** The workloads whose pods a Service selects. */
    static List<Workload> selected(ResourceGraph graph, Located<Service> service) {
        return Selecting.of(graph).workloads().getOrDefault(service, List.of());
    }

    /** The Services that select pods of a workload, in order. */
    static List<Located<Service>> selecting(ResourceGraph graph, Workload workload) {
        return Selecting.of(graph).services().getOrDefault(workload, List.of());
    }

    private record Selecting(
            Map<Located<Service>, List<Workload>> workloads, Map<Workload, List<Located<Service>>> services) {
        static Selecting of(ResourceGraph graph) {
            Selecting known = graph.kept(Selecting.class);
            return known == null ? graph.keep(in(graph)) : known;
        }

        private static Selecting in(ResourceGraph graph) {
            Selecting selecting = new Selecting(new HashMap<>(), new HashMap<>());
            for (Located<Service> service : graph.objects(Service.class)) {
                List<Workload> selected = graph.selectedBy(service.object().namespace(), labels(service));
                selecting.workloads.put(service, selected);
                for (Workload workload : selected) {
                    Grouped.add(selecting.services, workload, service);
                }
            }
            return selecting;
        }
    }
}
