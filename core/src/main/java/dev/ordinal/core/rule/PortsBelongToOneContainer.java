package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.PodContainer;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** No two containers of a pod claim the same port. */
final class PortsBelongToOneContainer implements Rule {
    @Override
    public String about() {
        return """
                No two containers of a pod that run at the same time declare a port of the same number and protocol, or of the
                same name where a Service goes by that name. They share one network: of two that listen on one number, the
                second fails; of two that have one name, the Service takes the first. Init containers that end before the others
                start do not count.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload workload : graph.workloads()) {
            List<PodContainer> containers = workload.containers();
            for (int i = 1; i < containers.size(); i++) {
                for (PodContainer earlier : containers.subList(0, i)) {
                    if (stays(earlier) && stays(containers.get(i))) {
                        check(graph, workload, earlier, containers.get(i), found);
                    }
                }
            }
        }
    }

    private void check(
            ResourceGraph graph,
            Workload workload,
            PodContainer earlier,
            PodContainer later,
            Consumer<Diagnostic> found) {
        for (Located<ContainerPort> one : later.ports()) {
            Integer number = one.get().getContainerPort();
            String name = one.get().getName();
            for (Located<ContainerPort> other : earlier.ports()) {
                if (number != null && isSame(one.get(), other.get())) {
                    found.accept(number(one.field("containerPort", ContainerPort::getContainerPort)));
                } else if (name != null && name.equals(other.get().getName()) && isTarget(graph, workload, name)) {
                    found.accept(name(one.field("name", ContainerPort::getName)));
                }
            }
        }
    }

    private Diagnostic number(Located<Integer> number) {
        return number.warning(
                name(),
                number.get().toString(),
                "a container before it declares the same port; whichever listens second fails, because they share"
                        + " one network",
                "let this container listen on another port, or remove the port from one of the two");
    }

    private Diagnostic name(Located<String> name) {
        return name.warning(
                name(),
                Text.found(name.get()),
                "a container before it has a port of that name, and the Service that goes by the name takes"
                        + " only that one",
                "give this port a name of its own");
    }

    /** Whether a Service of the workload goes by that name of a port. */
    private static boolean isTarget(ResourceGraph graph, Workload workload, String name) {
        for (Located<Service> service : Services.selecting(graph, workload)) {
            for (Located<ServicePort> port : Services.ports(service)) {
                if (!name.isEmpty() && name.equals(Ports.name(port.get().getTargetPort()))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean stays(PodContainer container) {
        return !container.isInit() || "Always".equals(container.get().getRestartPolicy());
    }

    private static boolean isSame(ContainerPort one, ContainerPort other) {
        return Objects.equals(one.getContainerPort(), other.getContainerPort())
                && Ports.protocol(one.getProtocol()).equals(Ports.protocol(other.getProtocol()));
    }
}
