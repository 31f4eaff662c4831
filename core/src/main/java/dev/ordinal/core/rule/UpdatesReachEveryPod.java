package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateStatefulSetStrategy;
import io.fabric8.kubernetes.api.model.apps.StatefulSetUpdateStrategy;
import java.util.stream.Stream;

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
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return Sets.of(graph).flatMap(set -> {
            Located<String> type = Updates.strategy(set).field("type", StatefulSetUpdateStrategy::getType);
            return type.or("").equals("OnDelete") ? Stream.of(byHand(type)) : partition(set);
        });
    }

    private Diagnostic byHand(Located<String> type) {
        return type.warning(
                name(),
                Text.found(type.get()),
                "a change of the pod template reaches a pod only when somebody deletes it",
                "remove updateStrategy for a rolling update, one pod after the other");
    }

    private Stream<Diagnostic> partition(Workload set) {
        Located<Integer> partition =
                Updates.rolling(set).field("partition", RollingUpdateStatefulSetStrategy::getPartition);
        long first = Sets.first(set);
        long end = first + Sets.replicas(set);
        if (partition.or(0) <= first || end == first) {
            return Stream.empty();
        }
        return Stream.of(partition.warning(
                name(),
                partition.get().toString(),
                partition.get() >= end
                        ? "no pod has an ordinal from there on, so a change of the pod template does nothing at all"
                        : "the pods with ordinals below " + partition.get()
                                + " keep the old revision, also when they restart",
                "set partition: 0 when the canary is over"));
    }
}
