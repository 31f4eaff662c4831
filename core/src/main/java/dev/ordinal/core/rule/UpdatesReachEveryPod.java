package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateStatefulSetStrategy;
import io.fabric8.kubernetes.api.model.apps.StatefulSetUpdateStrategy;
import java.util.function.Consumer;

/** A change of the pod template reaches every pod. */
final class UpdatesReachEveryPod implements Rule {
    @Override
    public String about() {
        return """
                The update strategy of a StatefulSet brings a change to all its pods. With `OnDelete` it reaches a pod only when
                somebody deletes it. With a `partition` the pods below it keep the old revision, also when they restart; with
                one above the last ordinal, a change does nothing at all. Both are for a while: an update by hand, or a canary.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            RollingUpdateStatefulSetStrategy rolling = Updates.rollingUpdate(set);
            if (Updates.type(set).equals("OnDelete")) {
                found.accept(byHand(Updates.strategy(set).field("type", StatefulSetUpdateStrategy::getType)));
            } else if (rolling != null && rolling.getPartition() != null) {
                partition(set, rolling.getPartition(), found);
            }
        }
    }

    private Diagnostic byHand(Located<String> type) {
        return type.warning(
                name(),
                Text.found(type.get()),
                "a change of the pod template reaches a pod only when somebody deletes it",
                "remove updateStrategy for a rolling update, one pod after the other");
    }

    private void partition(Workload set, int partition, Consumer<Diagnostic> found) {
        long first = Sets.first(set);
        long end = first + Sets.replicas(set);
        if (partition > first && end != first) {
            found.accept(Updates.rolling(set)
                    .field("partition", RollingUpdateStatefulSetStrategy::getPartition)
                    .warning(
                            name(),
                            String.valueOf(partition),
                            partition >= end
                                    ? "no pod has an ordinal from there on, so a change of the pod template does nothing"
                                            + " at all"
                                    : "the pods with ordinals below " + partition
                                            + " keep the old revision, also when they restart",
                            "set partition: 0 when the canary is over"));
        }
    }
}
