package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.PodContainer;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import java.util.function.Consumer;

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
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload workload : graph.workloads()) {
            for (PodContainer container : workload.containers()) {
                if (Users.isNonRoot(workload, container) && Users.isRoot(workload, container)) {
                    found.accept(Users.userField(workload, container)
                            .error(
                                    name(),
                                    "0",
                                    "runAsNonRoot is true for a container with this user, so the kubelet does not start"
                                            + " it",
                                    "write the number of the image's own user, or remove runAsUser"));
                }
            }
        }
    }
}
