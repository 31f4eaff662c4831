package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.ResourceGraph;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import java.util.stream.Stream;

/** A set keeps a revision to go back to. */
final class RevisionsAreKept implements Rule {
    @Override
    public String about() {
        return """
                The `revisionHistoryLimit` of a StatefulSet is not 0. Without an old revision `kubectl rollout undo` has nothing
                to go back to, in the moment in which it is needed.""";
    }

    @Override
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return Sets.of(graph)
                .map(set -> Sets.spec(set).field("revisionHistoryLimit", StatefulSetSpec::getRevisionHistoryLimit))
                .filter(limit -> limit.or(10) == 0)
                .map(limit -> limit.warning(
                        name(),
                        "0",
                        "no old revision is kept, so kubectl rollout undo has nothing to go back to",
                        "remove it for the default of 10"));
    }
}
