package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.PodContainer;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** Variables that Kubernetes makes from Services do not meet those that the application reads. */
final class ServiceLinksDoNotClash implements Rule {
    @Override
    public String about() {
        return """
                Variables that Kubernetes makes from Services do not meet those that the application reads. Unless
                `enableServiceLinks` is false, every Service with an address puts variables such as `KAFKA_PORT=tcp://10.0.0.7:9092`
                into each container of its namespace; an image that takes its configuration from `KAFKA_...` takes that for a setting.
                Said only where a container sets a variable with the prefix of a Service.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload workload : graph.workloads()) {
            Boolean links = workload.podSpec().getEnableServiceLinks();
            Set<String> beginnings = Boolean.FALSE.equals(links) ? Set.of() : beginnings(graph, workload);
            if (beginnings.isEmpty()) {
                continue;
            }
            for (Located<Service> service :
                    graph.objects(Service.class, workload.ref().namespace())) {
                if (!Services.isHeadless(service)
                        && !Services.isExternalName(service)
                        && beginnings.contains(prefix(service))) {
                    found.accept(finding(workload, service));
                }
            }
        }
    }

    /** What variables of the workload begin with that is the prefix of a Service. */
    private static Set<String> beginnings(ResourceGraph graph, Workload workload) {
        Set<String> prefixes = Prefixes.of(graph).all();
        Set<String> beginnings = new HashSet<>();
        for (PodContainer container : prefixes.isEmpty() ? List.<PodContainer>of() : workload.containers()) {
            for (Located<EnvVar> variable : container.env()) {
                String name =
                        variable.get().getName() == null ? "" : variable.get().getName();
                for (int at = name.indexOf('_'); at >= 0; at = name.indexOf('_', at + 1)) {
                    if (prefixes.contains(name.substring(0, at + 1))) {
                        beginnings.add(name.substring(0, at + 1));
                    }
                }
            }
        }
        return beginnings;
    }

    /** The prefixes of the Services that have an address. */
    private record Prefixes(Set<String> all) {
        static Prefixes of(ResourceGraph graph) {
            Prefixes known = graph.kept(Prefixes.class);
            return known == null ? graph.keep(in(graph)) : known;
        }

        private static Prefixes in(ResourceGraph graph) {
            Set<String> prefixes = new HashSet<>();
            for (Located<Service> service : graph.objects(Service.class)) {
                if (!Services.isHeadless(service) && !Services.isExternalName(service)) {
                    prefixes.add(prefix(service));
                }
            }
            return new Prefixes(prefixes);
        }
    }

    private Diagnostic finding(Workload workload, Located<Service> service) {
        String prefix = prefix(service);
        boolean isWritten = workload.podSpec().getEnableServiceLinks() != null;
        return workload.pod()
                .field("enableServiceLinks", PodSpec::getEnableServiceLinks)
                .warning(
                        name(),
                        Text.found(isWritten ? true : null),
                        service.object() + " puts " + prefix
                                + "PORT=tcp://... into these containers, which take settings" + " named " + prefix
                                + "...",
                        "set enableServiceLinks: false");
    }

    private static String prefix(Located<Service> service) {
        return service.object().name().toUpperCase(Locale.ROOT).replace('-', '_') + "_";
    }
}
