package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The target port of a Service is a port of the pods that it selects. */
final class ServicePortsExist implements Rule {
    @Override
    public String about() {
        return """
                The target port of a Service is a port of the pods that it selects. A name that no container declares
                gives the Service no endpoints for that port. A number that no container declares is a warning only, because a
                container may listen without saying so; for a headless Service, which translates no ports, it is no finding.""";
    }

    @Override
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return graph.all(Service.class).flatMap(service -> {
            List<ContainerPort> declared = Services.selected(graph, service).stream()
                    .flatMap(Workload::containers)
                    .flatMap(Ports::declared)
                    .toList();
            return declared.isEmpty() && Services.selected(graph, service).isEmpty()
                    ? Stream.empty()
                    : Services.spec(service)
                            .each("ports", ServiceSpec::getPorts)
                            .flatMap(port -> check(service, port, declared).stream());
        });
    }

    private Optional<Diagnostic> check(
            Located<Service> service, Located<ServicePort> port, List<ContainerPort> declared) {
        Located<IntOrString> target = port.field("targetPort", ServicePort::getTargetPort);
        String protocol = port.map(ServicePort::getProtocol).or("TCP");
        List<ContainerPort> fitting = declared.stream()
                .filter(p -> protocol.equals(p.getProtocol() == null ? "TCP" : p.getProtocol()))
                .toList();
        Optional<String> name = Ports.name(target);
        if (name.isPresent()) {
            return name.filter(n -> fitting.stream().noneMatch(p -> n.equals(p.getName())))
                    .map(n -> unnamed(target, n));
        }
        return Services.isHeadless(service) || declared.isEmpty()
                ? Optional.empty()
                : number(port)
                        .filter(n -> fitting.stream().noneMatch(p -> n.equals(p.getContainerPort())))
                        .map(n -> unheard(port, n));
    }

    private Diagnostic unnamed(Located<IntOrString> target, String name) {
        return target.error(
                name(),
                Text.found(name),
                "no container of the selected pods declares a port of that name, so the Service has no endpoints here",
                "name the port in the container's ports, or write its number");
    }

    private Diagnostic unheard(Located<ServicePort> port, Integer number) {
        Located<IntOrString> target = port.field("targetPort", ServicePort::getTargetPort);
        return (target.isPresent() ? target : port.field("port", ServicePort::getPort))
                .warning(
                        name(),
                        number.toString(),
                        "the selected pods declare other ports but not this one; where nothing listens, connections are"
                                + " refused",
                        "set targetPort to a port of the container, or declare " + number
                                + " in the container's ports");
    }

    private static Optional<Integer> number(Located<ServicePort> port) {
        Located<IntOrString> target = port.field("targetPort", ServicePort::getTargetPort);
        return Stream.of(target.map(IntOrString::getIntVal), port.field("port", ServicePort::getPort))
                .filter(Located::isPresent)
                .map(Located::get)
                .filter(Objects::nonNull)
                .findFirst()
                .filter(n -> target.map(IntOrString::getStrVal).or("").isEmpty());
    }
}
