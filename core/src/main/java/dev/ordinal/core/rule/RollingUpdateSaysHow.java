package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.apps.StatefulSetUpdateStrategy;
import java.util.function.Consumer;

/** An update strategy that is written out has its block. */
final class RollingUpdateSaysHow implements Rule {
    @Override
    public String about() {
        return """
                A StatefulSet that writes `type: RollingUpdate` writes the block `rollingUpdate` too, or leaves both out. The
                API server fills in `partition: 0` only where the type is left out as well; without it, a pod that is lost
                during an update may come back with the old revision.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            if (Updates.type(set).equals("RollingUpdate") && Updates.rollingUpdate(set) == null) {
                found.accept(Updates.strategy(set)
                        .field("type", StatefulSetUpdateStrategy::getType)
                        .warning(
                                name(),
                                "\"RollingUpdate\" without rollingUpdate",
                                "a pod that is lost during an update may come back with the old revision",
                                "remove updateStrategy, or add rollingUpdate: {partition: 0}"));
            }
        }
    }
}
