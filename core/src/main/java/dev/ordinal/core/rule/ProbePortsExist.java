package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A port that a probe or a hook names is declared in the same container. */
final class ProbePortsExist implements Rule {
    @Override
    public String about() {
        return """
                A port that a probe or a lifecycle hook asks for by name is declared under that name in the same
                container. The kubelet cannot find it otherwise: the probe fails for ever, and the pod is restarted again and
                again or never becomes ready.""";
    }

    @Override
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return graph.workloads().stream().flatMap(Workload::containers).flatMap(this::check);
    }

    private Stream<Diagnostic> check(Located<Container> container) {
        Set<String> names = Ports.declared(container)
                .map(ContainerPort::getName)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        return Ports.asked(container)
                .flatMap(port -> Ports.name(port)
                        .filter(name -> !names.contains(name))
                        .map(name -> port.error(
                                name(),
                                Text.found(name),
                                "the container declares no port of that name, so the kubelet's every attempt fails",
                                names.isEmpty()
                                        ? "write the port's number, or name the port in the container's ports"
                                        : "use "
                                                + names.stream()
                                                        .map(Text::found)
                                                        .collect(Collectors.joining(" or "))
                                                + ", or name the port in the container's ports"))
                        .stream());
    }
}
