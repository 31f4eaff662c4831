package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.PodContainer;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.IntOrString;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;

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
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload workload : graph.workloads()) {
            for (PodContainer container : workload.containers()) {
                for (Located<IntOrString> port : Ports.asked(container)) {
                    if (!Ports.isDeclared(container, Ports.name(port.get()))) {
                        found.accept(finding(container, port));
                    }
                }
            }
        }
    }

    private Diagnostic finding(PodContainer container, Located<IntOrString> port) {
        String names = container.ports().stream()
                .map(declared -> declared.get().getName())
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .map(Text::found)
                .collect(Collectors.joining(" or "));
        return port.error(
                name(),
                Text.found(Ports.name(port.get())),
                "the container declares no port of that name, so the kubelet's every attempt fails",
                names.isEmpty()
                        ? "write the port's number, or name the port in the container's ports"
                        : "use " + names + ", or name the port in the container's ports");
    }
}
