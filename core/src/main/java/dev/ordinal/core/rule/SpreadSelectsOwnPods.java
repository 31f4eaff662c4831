package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import java.util.stream.Stream;

/** What keeps pods apart selects pods that exist. */
final class SpreadSelectsOwnPods implements Rule {
    @Override
    public String about() {
        return """
                A topology spread constraint selects the pods of its own workload, and an anti-affinity term selects pods
                at all. An absent selector selects nothing, and one with a label that the pods do not carry nothing either: the
                scheduler then places the pods as if the words were not there.""";
    }

    @Override
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return graph.workloads().stream().flatMap(workload -> Spread.of(workload)
                .filter(spread -> !spread.selects(workload))
                .flatMap(spread -> check(graph, workload, spread)));
    }

    private Stream<Diagnostic> check(ResourceGraph graph, Workload workload, Spread spread) {
        if (spread.isConstraint() || !spread.selector().isPresent()) {
            return Stream.of(spread.selector()
                    .error(
                            name(),
                            Text.found(spread.selector()),
                            why("so it has no effect on where they run"),
                            fix(workload)));
        }
        boolean isOfOthers = spread.isElsewhere()
                || graph.workloadsIn(workload.ref().namespace()).anyMatch(spread::selects);
        return isOfOthers
                ? Stream.empty()
                : Stream.of(spread.selector()
                        .warning(
                                name(),
                                Text.found(spread.selector()),
                                why(
                                        "nor any other of this manifest; unless there are such pods already, it has no effect"),
                                fix(workload)));
    }

    private static String why(String consequence) {
        return "it does not select the pods of this template, " + consequence;
    }

    private static String fix(Workload workload) {
        return "set labelSelector to {matchLabels: " + Text.labels(Sets.identity(workload)) + "}";
    }
}
