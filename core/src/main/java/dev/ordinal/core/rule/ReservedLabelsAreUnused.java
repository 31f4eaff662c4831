package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;
import java.util.function.Consumer;

/** No pod template carries a label that the controller writes. */
final class ReservedLabelsAreUnused implements Rule {
    @Override
    public String about() {
        return """
                The pod template of a StatefulSet carries no label that the controller writes on each pod itself:
                `statefulset.kubernetes.io/pod-name`, `apps.kubernetes.io/pod-index` and `controller-revision-hash`. What the
                template says there is overwritten; in the selector such a label makes the controller lose sight of its own
                pods.""";
    }

    private static final List<String> RESERVED =
            List.of("apps.kubernetes.io/pod-index", "controller-revision-hash", "statefulset.kubernetes.io/pod-name");

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            for (String label : RESERVED) {
                if (set.labels().containsKey(label)) {
                    found.accept(finding(set, label));
                }
            }
        }
    }

    private Diagnostic finding(Workload set, String label) {
        boolean isSelected =
                Sets.identity(set).containsKey(label) && set.selector().isPresent();
        Located<?> labels =
                set.template().field("metadata", PodTemplateSpec::getMetadata).field("labels", ObjectMeta::getLabels);
        String fix = "remove the label " + label;
        return isSelected
                ? set.selector()
                        .field("matchLabels", LabelSelector::getMatchLabels)
                        .error(
                                name(),
                                Text.found(label),
                                "the controller writes this label on each pod with another value, so the pods no longer"
                                        + " match the selector of their own set",
                                fix + " from the selector and from the template")
                : labels.warning(
                        name(),
                        Text.found(label),
                        "the controller writes this label on each pod itself, so the value never takes effect",
                        fix);
    }
}
