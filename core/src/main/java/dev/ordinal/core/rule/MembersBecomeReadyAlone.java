package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.PodContainer;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Probe;
import java.util.function.Consumer;

/** Members that start one after the other become ready without those that have not started yet. */
final class MembersBecomeReadyAlone implements Rule {
    @Override
    public String about() {
        return """
                Under `OrderedReady`, which is the default, a member starts only when all before it are ready. A readiness or
                startup probe that asks for the cluster's leader or its majority is then never answered: the first member waits
                for the others, which wait for it, at the first start or after all were down. It is a warning, because the leader may be
                in another set. The questions are those of `cluster-questions.txt`, such as `/_cluster/health` or etcd's `/health`.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            if (Sets.replicas(set) > 1 && !Sets.isParallel(set)) {
                for (PodContainer container : set.appContainers()) {
                    check(container, container.field("readinessProbe", Container::getReadinessProbe), found);
                    check(container, container.field("startupProbe", Container::getStartupProbe), found);
                }
            }
        }
    }

    private void check(Located<Container> container, Located<Probe> probe, Consumer<Diagnostic> found) {
        String question = ClusterQuestion.in(container, probe);
        if (question != null) {
            found.accept(probe.warning(
                    name(),
                    Text.found(question) + ", with podManagementPolicy: OrderedReady",
                    "only the cluster can answer that; where these members are the cluster, the others start after this one is ready:"
                            + " all wait for ever",
                    "write podManagementPolicy: Parallel, or ask only whether this member serves"));
        }
    }
}
