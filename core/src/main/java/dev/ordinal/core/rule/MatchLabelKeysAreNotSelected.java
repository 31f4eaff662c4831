package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.LabelSelector;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload workload : graph.workloads()) {
            for (var constraint : workload.pod()
                    .items("topologySpreadConstraints", workload.podSpec().getTopologySpreadConstraints())) {
                for (Located<String> key :
                        constraint.items("matchLabelKeys", constraint.get().getMatchLabelKeys())) {
                    if (isSelected(key.get(), constraint.get().getLabelSelector())) {
                        found.accept(finding(key));
                    }
                }
            }
        }
    }

    private Diagnostic finding(Located<String> key) {
        return key.error(
                name(),
                Text.found(key.get()),
                "the labelSelector names this label too; the API server takes the template and refuses every pod"
                        + " of it",
                "remove it here, or remove it from the labelSelector");
    }

    private static boolean isSelected(String key, @Nullable LabelSelector selector) {
        if (selector == null) {
            return false;
        } else if (selector.getMatchLabels() != null
                && selector.getMatchLabels().containsKey(key)) {
            return true;
        }
        return selector.getMatchExpressions() != null
                && selector.getMatchExpressions().stream()
                        .anyMatch(expression -> expression != null && key.equals(expression.getKey()));
    }
}
