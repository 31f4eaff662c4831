package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Selectors;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.LabelSelector;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The selector of a workload selects the pods of no other workload. */
final class PodsBelongToOneSet implements Rule {
    @Override
    public String about() {
        return """
                The selector of a StatefulSet, Deployment or DaemonSet selects the pods of no other workload in its
                namespace. Owner references keep the controllers from stealing pods, but Services, budgets, spreading and network
                policies by those labels mix both: clients reach the wrong application, and a drain counts the wrong pods. It is an
                error where both select each other, and a warning where only one does.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        if (graph.workloads().size() < 2) {
            return;
        }
        for (Workload one : graph.workloads()) {
            for (Workload other : selected(graph, one)) {
                if (!other.ref().equals(one.ref())
                        && (!selects(other, one) || one.ref().compareTo(other.ref()) > 0)) {
                    found.accept(finding(one, other));
                }
            }
        }
    }

    private Diagnostic finding(Workload one, Workload other) {
        Located<LabelSelector> selector = one.selector();
        String found = Text.found(selector);
        String fix = "add a label to both selectors and templates that tells the two apart, such as"
                + " app.kubernetes.io/component";
        return selects(other, one)
                ? selector.error(
                        name(),
                        found,
                        "it selects the pods of " + other.ref()
                                + " too, and that selects the pods of this one; whatever"
                                + " goes by these labels takes the two for one",
                        fix)
                : selector.warning(
                        name(),
                        found,
                        "it selects the pods of " + other.ref()
                                + " too, so a Service or a budget by these labels counts both",
                        fix);
    }

    private static List<Workload> selected(ResourceGraph graph, Workload chooser) {
        return chooses(chooser)
                ? graph.selectedBy(chooser.ref().namespace(), chooser.selector().get())
                : List.of();
    }

    private static boolean selects(Workload chooser, Workload chosen) {
        return chooses(chooser) && Selectors.selects(chooser.selector().get(), chosen.labels());
    }

    private static boolean chooses(Workload chooser) {
        Located<LabelSelector> selector = chooser.selector();
        return !selector.map(LabelSelector::getMatchLabels).or(Map.of()).isEmpty()
                || !selector.map(LabelSelector::getMatchExpressions)
                        .or(List.of())
                        .isEmpty();
    }
}
