package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.PodContainer;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.Probe;
import java.util.function.Consumer;

/** A liveness probe asks about one member, not about the cluster. */
final class LivenessAsksOneMember implements Rule {
    @Override
    public String about() {
        return """
                A liveness probe of a StatefulSet asks whether this process is alive. One that asks for the cluster's leader or
                its majority fails on all members at once while there is none: the kubelet kills those that are well too, in the
                middle of the recovery that would have helped. The questions are those of `cluster-questions.txt`.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            for (PodContainer container : set.appContainers()) {
                Located<Probe> probe =
                        container.step("livenessProbe", container.get().getLivenessProbe());
                String question = ClusterQuestion.in(container, probe);
                if (question != null) {
                    found.accept(probe.warning(
                            name(),
                            Text.found(question),
                            "while the cluster has no leader or no majority, the members that are well are killed too, and"
                                    + " none gets to the end of its recovery",
                            "ask only whether this process answers, and leave the cluster to the readiness probe"));
                }
            }
        }
    }
}
