package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.Service;
import java.util.Map;
import java.util.function.Consumer;

/** The Service that a StatefulSet names selects the pods of that set. */
final class GoverningServiceSelectsPods implements Rule {
    @Override
    public String about() {
        return """
                The Service that a StatefulSet names in `serviceName` selects the pods of that set. A pod gets its DNS
                record by being an endpoint of the Service; where the selector is absent or misses a label, there are no
                endpoints and no records. Where the manifest has Endpoints in place of a selector, they are somebody else's.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            Located<Service> service = Sets.governing(graph, set);
            if (service != null
                    && !set.isSelectedBy(Services.labels(service))
                    && !Services.isExternalName(service)
                    && !Services.hasForeignEndpoints(graph, service)) {
                found.accept(finding(set, service));
            }
        }
    }

    private Diagnostic finding(Workload set, Located<Service> service) {
        Located<Map<String, String>> selector = Services.selector(service);
        return selector.error(
                name(),
                selector.or(Map.of()).isEmpty() ? "nothing" : Text.labels(selector.get()),
                "this Service governs " + set.ref() + " but selects none of its pods, which are labelled "
                        + Text.labels(set.labels()) + ", so "
                        + Sets.firstAddress(set, service.object().name()) + " will not resolve",
                "set the selector to " + Text.labels(Sets.identity(set)));
    }
}
