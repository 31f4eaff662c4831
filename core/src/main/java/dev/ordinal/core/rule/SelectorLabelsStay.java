package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.ResourceGraph;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.util.List;
import java.util.stream.Stream;

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
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return Sets.of(graph).flatMap(set -> Stream.concat(
                        set.selector().entries("matchLabels", LabelSelector::getMatchLabels),
                        set.claimTemplates()
                                .map(t -> t.field("metadata", PersistentVolumeClaim::getMetadata))
                                .flatMap(m -> m.entries("labels", ObjectMeta::getLabels)))
                .filter(label -> CHANGING.contains(String.valueOf(label.get().getKey())))
                .map(label -> label.warning(
                        name(),
                        label.get().getKey() + ": " + label.get().getValue(),
                        "this place cannot be changed on a live StatefulSet, so the API server refuses the upgrade that"
                                + " changes the label",
                        "remove the label here; the metadata of the set and of its pods may carry it")));
    }
}
