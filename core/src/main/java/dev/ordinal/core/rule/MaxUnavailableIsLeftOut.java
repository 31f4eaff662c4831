package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateStatefulSetStrategy;
import java.util.function.Consumer;

/** A set does not rely on maxUnavailable in its update strategy. */
final class MaxUnavailableIsLeftOut implements Rule {
    @Override
    public String about() {
        return """
                The `updateStrategy` of a StatefulSet has no `maxUnavailable`. A Kubernetes 1.36 API server drops the field
                without a word unless a feature gate is switched on, and the update goes one pod at a time; with the gate and
                `Parallel`, broken old pods can use up the number and stop the update.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            RollingUpdateStatefulSetStrategy rolling = Updates.rollingUpdate(set);
            if (rolling != null && rolling.getMaxUnavailable() != null) {
                found.accept(Updates.rolling(set)
                        .field("maxUnavailable", RollingUpdateStatefulSetStrategy::getMaxUnavailable)
                        .warning(
                                name(),
                                Text.found(rolling.getMaxUnavailable()),
                                "a 1.36 API server drops it without a word, and pods are updated one at a time",
                                "remove maxUnavailable"));
            }
        }
    }
}
