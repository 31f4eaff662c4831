package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import java.util.List;
import java.util.function.Consumer;

/** The pods of a StatefulSet meet the restricted Pod Security Standard. */
final class PodsAreRestricted implements Rule {
    @Override
    public String about() {
        return """
                The pods of a StatefulSet meet the level *restricted* of the Pod Security Standards: not as root, no way to more
                rights, no capabilities, the runtime's seccomp profile. A store needs none of what it forbids, namespaces that
                enforce it refuse all other pods, and whoever breaks into one gets no further. Where the Namespace is in the
                manifest and refuses the pods, NamespaceAdmitsPods says so instead.""";
    }

    private final PodStandard standard;

    PodsAreRestricted(PodStandard standard) {
        this.standard = standard;
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            List<String> failed = set.pod().isPresent() ? standard.violations(set, "restricted") : List.of();
            if (!failed.isEmpty()
                    && standard.violations(set, NamespaceAdmitsPods.level(graph, set))
                            .isEmpty()) {
                found.accept(finding(set, failed));
            }
        }
    }

    private Diagnostic finding(Workload set, List<String> failed) {
        return set.pod()
                .warning(
                        name(),
                        "pods that fail " + String.join(", ", failed),
                        "a namespace that enforces the level restricted refuses them, and elsewhere they may do more than"
                                + " a store needs",
                        "write in the pod's securityContext {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}"
                                + " and in each container's {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}}");
    }
}
