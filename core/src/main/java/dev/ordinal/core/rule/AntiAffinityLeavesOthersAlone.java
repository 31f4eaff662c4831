package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.LabelSelector;
import java.util.function.Consumer;

/** A required anti-affinity keeps a set away from itself, not from its neighbours. */
final class AntiAffinityLeavesOthersAlone implements Rule {
    @Override
    public String about() {
        return """
                The required anti-affinity of a StatefulSet selects no pods of another workload of the manifest, unless it does
                not select its own. Meant to keep members apart, a selector that is too wide keeps every node with one of the
                others from them as well: the last members stay Pending, and under `OrderedReady` the roll-out stops there.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            for (Spread spread : Spread.required(set)) {
                if (!spread.isElsewhere() && spread.selects(set)) {
                    check(graph, set, spread.selector(), found);
                }
            }
        }
    }

    private void check(ResourceGraph graph, Workload set, Located<LabelSelector> selector, Consumer<Diagnostic> found) {
        ObjectRef first = null;
        for (Workload other : graph.selectedBy(set.ref().namespace(), selector.get())) {
            if (!other.ref().equals(set.ref()) && (first == null || other.ref().compareTo(first) < 0)) {
                first = other.ref();
            }
        }
        if (first != null) {
            found.accept(selector.warning(
                    name(),
                    Text.found(selector) + ", which selects the pods of " + first + " too",
                    "no member runs where one of those does, so members stay Pending although nodes are free",
                    "select the set's own pods only: {matchLabels: " + Text.labels(Sets.identity(set)) + "}"));
        }
    }
}
