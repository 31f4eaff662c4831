package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import java.util.function.Consumer;

/** A set keeps a revision to go back to. */
final class RevisionsAreKept implements Rule {
    @Override
    public String about() {
        return """
                The `revisionHistoryLimit` of a StatefulSet is not 0. Without an old revision `kubectl rollout undo` has nothing
                to go back to, in the moment in which it is needed.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            Integer limit = Sets.of(set).getRevisionHistoryLimit();
            if (limit != null && limit == 0) {
                found.accept(Sets.spec(set)
                        .field("revisionHistoryLimit", StatefulSetSpec::getRevisionHistoryLimit)
                        .warning(
                                name(),
                                "0",
                                "no old revision is kept, so kubectl rollout undo has nothing to go back to",
                                "remove it for the default of 10"));
            }
        }
    }
}
