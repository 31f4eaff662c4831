package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import java.util.function.Consumer;

/** A Service with an address of its own sends clients to ready pods only. */
final class ClientsReachReadyPods implements Rule {
    @Override
    public String about() {
        return """
                A Service with an address of its own does not set `publishNotReadyAddresses`. That word is for the headless
                Service, through which members find each other while they start; on a Service for clients it sends every n-th
                connection to a member that cannot serve. A Service for one member by its name is left alone.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Located<Service> service : graph.objects(Service.class)) {
            if (Services.publishesNotReady(service)
                    && !Services.isHeadless(service)
                    && !Services.isExternalName(service)
                    && !Services.labels(service).containsKey("statefulset.kubernetes.io/pod-name")
                    && Services.selected(graph, service).stream().anyMatch(Workload::isStatefulSet)) {
                found.accept(Services.spec(service)
                        .field("publishNotReadyAddresses", ServiceSpec::getPublishNotReadyAddresses)
                        .warning(
                                name(),
                                "true",
                                "connections are sent to members that are not ready, and fail or find old data",
                                "remove it here, and keep it on the headless Service"));
            }
        }
    }
}
