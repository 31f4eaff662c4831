package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import java.util.function.Consumer;

/** The Service that a StatefulSet names has no address of its own. */
final class GoverningServiceIsHeadless implements Rule {
    @Override
    public String about() {
        return """
                The Service that a StatefulSet names in `serviceName` is headless: `clusterIP: None`. Only a headless
                Service publishes a DNS record for each pod. Any other resolves to one virtual address, and an ExternalName
                Service to a foreign name, so that no member can be addressed. It is a warning only where the one address
                leads to the one member, or where the manifest has Endpoints in place of a selector, and no text of the
                manifest has the name of a member.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            Located<Service> service = Sets.governing(graph, set);
            if (service != null && !Services.isHeadless(service)) {
                found.accept(Services.isExternalName(service) ? external(set, service) : virtual(graph, set, service));
            }
        }
    }

    private Diagnostic external(Workload set, Located<Service> service) {
        return Services.spec(service)
                .field("type", ServiceSpec::getType)
                .error(
                        name(),
                        "\"ExternalName\"",
                        "this Service governs " + set.ref()
                                + ", but an alias for a foreign name has no records for pods: "
                                + Sets.firstAddress(set, service.object().name()) + " will not resolve",
                        "write clusterIP: None and a selector in place of type and externalName");
    }

    private Diagnostic virtual(ResourceGraph graph, Workload set, Located<Service> service) {
        Located<String> address = Services.spec(service).field("clusterIP", ServiceSpec::getClusterIP);
        boolean isNeeded = Services.hasForeignEndpoints(graph, service)
                ? MemberNames.areTold(graph, set)
                : MemberNames.areNeeded(graph, set);
        String found = Text.found(address.or(""));
        String why = "this Service governs " + set.ref() + ", but only a headless one has a record for each pod: "
                + Sets.firstAddress(set, service.object().name()) + " will not resolve";
        String fix = "write clusterIP: None, or name a headless Service in the serviceName of " + set.ref();
        return isNeeded ? address.error(name(), found, why, fix) : address.warning(name(), found, why, fix);
    }
}
