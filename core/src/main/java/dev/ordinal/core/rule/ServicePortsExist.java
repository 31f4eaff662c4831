package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.PodContainer;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Located<Service> service : graph.objects(Service.class)) {
            List<Workload> selected = Services.selected(graph, service);
            if (selected.isEmpty()) {
                continue;
            }
            for (Located<ServicePort> port : Services.ports(service)) {
                String name = Ports.name(port.get().getTargetPort());
                Integer number = number(port.get());
                if (!name.isEmpty()) {
                    if (!isNamed(selected, port.get(), name)) {
                        found.accept(unnamed(port, name));
                    }
                } else if (number != null && !Services.isHeadless(service) && isUnheard(selected, port.get(), number)) {
                    found.accept(unheard(port, number));
                }
            }
        }
    }

    private static boolean isNamed(List<Workload> selected, ServicePort asked, String name) {
        for (Workload workload : selected) {
            for (PodContainer container : workload.containers()) {
                for (Located<ContainerPort> port : container.ports()) {
                    if (fits(asked, port.get()) && name.equals(port.get().getName())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Whether the pods declare ports, but not this one. */
    private static boolean isUnheard(List<Workload> selected, ServicePort asked, Integer number) {
        boolean anyDeclared = false;
        for (Workload workload : selected) {
            for (PodContainer container : workload.containers()) {
                for (Located<ContainerPort> port : container.ports()) {
                    if (fits(asked, port.get()) && number.equals(port.get().getContainerPort())) {
                        return false;
                    }
                    anyDeclared = true;
                }
            }
        }
        return anyDeclared;
    }

    private static boolean fits(ServicePort asked, ContainerPort declared) {
        return Ports.protocol(asked.getProtocol()).equals(Ports.protocol(declared.getProtocol()));
    }

    private Diagnostic unnamed(Located<ServicePort> port, String name) {
        return port.field("targetPort", ServicePort::getTargetPort)
                .error(
                        name(),
                        Text.found(name),
                        "no container of the selected pods declares a port of that name, so the Service has no endpoints"
                                + " here",
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

    private static @Nullable Integer number(ServicePort port) {
        IntOrString target = port.getTargetPort();
        boolean isText = target != null
                && target.getStrVal() != null
                && !target.getStrVal().isEmpty();
        Integer number = target == null ? null : target.getIntVal();
        return isText ? null : number == null ? port.getPort() : number;
    }
}
