package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.ResourceGraph;
import java.util.stream.Stream;

/** What must not run as root is not told to. */
final class NonRootIsNotUserZero implements Rule {
    @Override
    public String about() {
        return """
                A container that must not run as root (`runAsNonRoot: true`) is not told to run as user 0. The kubelet refuses
                to start it, and the pod stays in CreateContainerConfigError. What a container says goes before what its pod
                says.""";
    }

    @Override
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return graph.workloads().stream().flatMap(workload -> workload.containers()
                .filter(container -> Users.isNonRoot(workload, container))
                .map(container -> Users.user(workload, container))
                .filter(user -> user.or(-1L) == 0)
                .map(user -> user.error(
                        name(),
                        "0",
                        "runAsNonRoot is true for a container with this user, so the kubelet does not start it",
                        "write the number of the image's own user, or remove runAsUser")));
    }
}
