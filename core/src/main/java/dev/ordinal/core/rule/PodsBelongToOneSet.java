package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Selectors;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.LabelSelector;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return graph.workloads().stream().flatMap(one -> selected(graph, one).stream()
                .filter(other -> !other.ref().equals(one.ref()))
                .filter(other -> !selects(other, one) || one.ref().compareTo(other.ref()) > 0)
                .map(other -> finding(one, other)));
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
        Located<LabelSelector> selector = chooser.selector();
        return chooses(selector) ? graph.selectedBy(chooser.ref().namespace(), selector.get()) : List.of();
    }

    private static boolean selects(Workload chooser, Workload chosen) {
        Located<LabelSelector> selector = chooser.selector();
        return chooses(selector) && Selectors.selects(selector.get(), chosen.labels());
    }

    private static boolean chooses(Located<LabelSelector> selector) {
        return !selector.map(LabelSelector::getMatchLabels).or(Map.of()).isEmpty()
                || !selector.map(LabelSelector::getMatchExpressions)
                        .or(List.of())
                        .isEmpty();
    }
}
