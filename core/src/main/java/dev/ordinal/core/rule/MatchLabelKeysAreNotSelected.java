package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** No spread constraint names a label in its selector and in its keys. */
final class MatchLabelKeysAreNotSelected implements Rule {
    @Override
    public String about() {
        return """
                No topology spread constraint names the same label in `matchLabelKeys` and in its `labelSelector`. The API
                server adds the keys to the selector when a pod is made, and then refuses the pod for the repetition; the
                template it takes.""";
    }

    @Override
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return graph.workloads().stream()
                .flatMap(w -> w.pod().each("topologySpreadConstraints", PodSpec::getTopologySpreadConstraints))
                .flatMap(constraint -> constraint
                        .each("matchLabelKeys", TopologySpreadConstraint::getMatchLabelKeys)
                        .filter(key -> selected(constraint.map(TopologySpreadConstraint::getLabelSelector))
                                .contains(key.get())))
                .map(key -> key.error(
                        name(),
                        Text.found(key.get()),
                        "the labelSelector names this label too; the API server takes the template and refuses every pod"
                                + " of it",
                        "remove it here, or remove it from the labelSelector"));
    }

    private static Set<String> selected(Located<LabelSelector> selector) {
        Set<String> keys = new HashSet<>(
                selector.map(LabelSelector::getMatchLabels).or(Map.of()).keySet());
        selector.map(LabelSelector::getMatchExpressions).or(List.of()).stream()
                .filter(Objects::nonNull)
                .map(LabelSelectorRequirement::getKey)
                .filter(Objects::nonNull)
                .forEach(keys::add);
        return keys;
    }
}
