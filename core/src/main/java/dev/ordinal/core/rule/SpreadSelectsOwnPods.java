package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import java.util.function.Consumer;

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
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload workload : graph.workloads()) {
            for (Spread spread : Spread.of(workload)) {
                if (!spread.selects(workload)) {
                    check(graph, workload, spread, found);
                }
            }
        }
    }

    private void check(ResourceGraph graph, Workload workload, Spread spread, Consumer<Diagnostic> found) {
        String text = Text.found(spread.selector());
        if (spread.isConstraint() || !spread.selector().isPresent()) {
            String why = why("so it has no effect on where they run");
            found.accept(spread.selector().error(name(), text, why, fix(workload)));
        } else if (!spread.isElsewhere()
                && graph.workloadsIn(workload.ref().namespace()).stream().noneMatch(spread::selects)) {
            String why = why("nor any other of this manifest; unless there are such pods already, it has no effect");
            found.accept(spread.selector().warning(name(), text, why, fix(workload)));
        }
    }

    private static String why(String consequence) {
        return "it does not select the pods of this template, " + consequence;
    }

    private static String fix(Workload workload) {
        return "set labelSelector to {matchLabels: " + Text.labels(Sets.identity(workload)) + "}";
    }
}
