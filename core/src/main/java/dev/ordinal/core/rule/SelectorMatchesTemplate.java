package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Selectors;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The selector of a workload beside the StatefulSets selects the pods that its own template makes. */
final class SelectorMatchesTemplate implements Rule {
    @Override
    public String about() {
        return """
                The selector of a Deployment or DaemonSet selects the labels of its own pod template. The
                API server refuses the object otherwise, because the controller would not recognize its own pods.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload workload : graph.workloads()) {
            if (Unjudged.is(workload) && isMismatch(workload)) {
                found.accept(finding(workload));
            }
        }
    }

    /** Expressions are left out: where one is malformed, the server complains about that instead. */
    private boolean isMismatch(Workload workload) {
        Located<LabelSelector> selector = workload.selector();
        Map<String, String> labels = selector.map(LabelSelector::getMatchLabels).or(Map.of());
        return selector.map(LabelSelector::getMatchExpressions).or(List.of()).isEmpty()
                && !labels.isEmpty()
                && !Selectors.selects(selector.get(), workload.labels());
    }

    private Diagnostic finding(Workload workload) {
        Located<Map<String, String>> labels = workload.template()
                .field("metadata", PodTemplateSpec::getMetadata)
                .field("labels", ObjectMeta::getLabels);
        return labels.error(
                name(),
                labels.or(Map.of()).isEmpty() ? "nothing" : Text.labels(labels.get()),
                "the API server refuses it: the selector " + Text.labels(Sets.identity(workload))
                        + " does not select the pods of this template",
                "label the template with " + Text.labels(Sets.identity(workload)));
    }
}
