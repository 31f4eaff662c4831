package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Labels that change are in no selector and on no claim template. */
final class SelectorLabelsStay implements Rule {
    @Override
    public String about() {
        return """
                The selector and the claim templates of a StatefulSet carry no label that changes with a version or a chart,
                such as `app.kubernetes.io/version` or `helm.sh/chart`. Neither can be changed on a live set, so the first
                upgrade that changes the label is refused, and the set must be deleted and created anew.""";
    }

    private static final List<String> CHANGING = List.of(
            "app.kubernetes.io/version", "chart", "chart-version", "helm.sh/chart", "helm.sh/revision", "version");

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            LabelSelector selector = Sets.of(set).getSelector();
            if (selector != null && changes(selector.getMatchLabels())) {
                set.selector()
                        .entries("matchLabels", LabelSelector::getMatchLabels)
                        .forEach(label -> check(label, found));
            }
            for (Located<PersistentVolumeClaim> template : set.claimTemplates()) {
                ObjectMeta metadata = template.get().getMetadata();
                if (metadata != null && changes(metadata.getLabels())) {
                    template.field("metadata", PersistentVolumeClaim::getMetadata)
                            .entries("labels", ObjectMeta::getLabels)
                            .forEach(label -> check(label, found));
                }
            }
        }
    }

    private static boolean changes(@Nullable Map<String, String> labels) {
        for (String label : CHANGING) {
            if (labels != null && labels.containsKey(label)) {
                return true;
            }
        }
        return false;
    }

    private void check(Located<Map.Entry<String, String>> label, Consumer<Diagnostic> found) {
        if (CHANGING.contains(String.valueOf(label.get().getKey()))) {
            found.accept(label.warning(
                    name(),
                    label.get().getKey() + ": " + label.get().getValue(),
                    "this place cannot be changed on a live StatefulSet, so the API server refuses the upgrade that"
                            + " changes the label",
                    "remove the label here; the metadata of the set and of its pods may carry it"));
        }
    }
}
