package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return graph.workloads().stream()
                .filter(workload ->
                        workload.pod().map(PodSpec::getEnableServiceLinks).or(true))
                .flatMap(workload -> clashing(graph, workload).map(service -> finding(workload, service)));
    }

    private static Stream<Located<Service>> clashing(ResourceGraph graph, Workload workload) {
        Set<String> beginnings = variables(workload)
                .flatMap(ServiceLinksDoNotClash::beginnings)
                .filter(graph.derived(Prefixes.class, Prefixes::of).all()::contains)
                .collect(Collectors.toSet());
        return beginnings.isEmpty()
                ? Stream.empty()
                : Services.in(graph, workload)
                        .filter(service -> !Services.isHeadless(service) && !Services.isExternalName(service))
                        .filter(service -> beginnings.contains(prefix(service)));
    }

    /** What a variable begins with that can be the prefix of a Service. */
    private static Stream<String> beginnings(String variable) {
        return IntStream.range(0, variable.length())
                .filter(at -> variable.charAt(at) == '_')
                .mapToObj(at -> variable.substring(0, at + 1));
    }

    private record Prefixes(Set<String> all) {
        static Prefixes of(ResourceGraph graph) {
            return new Prefixes(
                    graph.all(Service.class).map(ServiceLinksDoNotClash::prefix).collect(Collectors.toSet()));
        }
    }

    private Diagnostic finding(Workload workload, Located<Service> service) {
        String prefix = prefix(service);
        return workload.pod()
                .field("enableServiceLinks", PodSpec::getEnableServiceLinks)
                .warning(
                        name(),
                        Text.found(
                                workload.pod()
                                                .map(PodSpec::getEnableServiceLinks)
                                                .isPresent()
                                        ? true
                                        : null),
                        service.object() + " puts " + prefix
                                + "PORT=tcp://... into these containers, which take settings" + " named " + prefix
                                + "...",
                        "set enableServiceLinks: false");
    }

    private static String prefix(Located<Service> service) {
        return service.object().name().toUpperCase(Locale.ROOT).replace('-', '_') + "_";
    }

    private static Stream<String> variables(Workload workload) {
        return workload.containers()
                .flatMap(container -> container.each("env", Container::getEnv))
                .map(variable -> variable.get().getName())
                .filter(Objects::nonNull);
    }
}
