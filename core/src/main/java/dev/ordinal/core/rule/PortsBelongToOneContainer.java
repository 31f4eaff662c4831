package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return graph.workloads().stream().flatMap(workload -> check(workload, targets(graph, workload)));
    }

    /** The port names that Services of the workload go by. */
    private static Set<String> targets(ResourceGraph graph, Workload workload) {
        return Services.selecting(graph, workload).stream()
                .flatMap(service -> Services.spec(service).each("ports", ServiceSpec::getPorts))
                .flatMap(port -> Ports.name(port.field("targetPort", ServicePort::getTargetPort)).stream())
                .collect(Collectors.toSet());
    }

    private Stream<Diagnostic> check(Workload workload, Set<String> targets) {
        List<Located<ContainerPort>> ports = workload.containers()
                .filter(PortsBelongToOneContainer::stays)
                .flatMap(container -> container.each("ports", Container::getPorts))
                .toList();
        return IntStream.range(0, ports.size()).boxed().flatMap(i -> ports.subList(0, i).stream()
                .filter(earlier -> !container(earlier).equals(container(ports.get(i))))
                .flatMap(earlier -> check(earlier, ports.get(i), targets)));
    }

    private Stream<Diagnostic> check(
            Located<ContainerPort> earlier, Located<ContainerPort> later, Set<String> targets) {
        Located<String> name = later.field("name", ContainerPort::getName);
        Located<Integer> number = later.field("containerPort", ContainerPort::getContainerPort);
        if (number.isPresent() && address(earlier).equals(address(later))) {
            return Stream.of(number.warning(
                    name(),
                    number.get().toString(),
                    "a container before it declares the same port; whichever listens second fails, because they share"
                            + " one network",
                    "let this container listen on another port, or remove the port from one of the two"));
        }
        return targets.contains(name.or("")) && name.get().equals(earlier.get().getName())
                ? Stream.of(name.warning(
                        name(),
                        Text.found(name.get()),
                        "a container before it has a port of that name, and the Service that goes by the name takes"
                                + " only that one",
                        "give this port a name of its own"))
                : Stream.empty();
    }

    private static boolean stays(Located<Container> container) {
        return !container.path().contains(".initContainers[")
                || "Always".equals(container.map(Container::getRestartPolicy).or(""));
    }

    private static String container(Located<ContainerPort> port) {
        return port.path().substring(0, port.path().lastIndexOf(".ports["));
    }

    private static String address(Located<ContainerPort> port) {
        return port.map(ContainerPort::getContainerPort).or(0) + "/"
                + port.map(ContainerPort::getProtocol).or("TCP");
    }
}
