package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.autoscaling.v2.CrossVersionObjectReference;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** An autoscaler scales a workload of the manifest. */
final class AutoscalerFindsTarget implements Rule {
    @Override
    public String about() {
        return """
                An autoscaler of the manifest names a workload of the manifest, by kind and name. One that names nothing scales
                nothing, and only its events tell. It is a warning only, because the target may be made elsewhere; where the
                namespace has no workloads in the manifest, nothing is said.""";
    }

    private static final Set<String> KINDS = Set.of("StatefulSet", "Deployment");

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Autoscaler scaler : Autoscaler.of(graph)) {
            Located<CrossVersionObjectReference> target = scaler.target();
            String namespace = target.object().namespace();
            String kind = target.map(CrossVersionObjectReference::getKind).or("");
            String name = target.map(CrossVersionObjectReference::getName).or("");
            if (scaler.workload() == null
                    && KINDS.contains(kind)
                    && !graph.workloadsIn(namespace).isEmpty()
                    && !graph.isUnread(ObjectRef.of(kind, namespace, name))) {
                found.accept(finding(graph, target));
            }
        }
    }

    private Diagnostic finding(ResourceGraph graph, Located<CrossVersionObjectReference> target) {
        String kind = target.map(CrossVersionObjectReference::getKind).or("");
        String names = graph.workloadsIn(target.object().namespace()).stream()
                .map(Workload::ref)
                .filter(ref -> KINDS.contains(ref.kind()))
                .map(ref -> ref.kind() + " " + ref.name())
                .sorted()
                .collect(Collectors.joining(" or "));
        return target.field("name", CrossVersionObjectReference::getName)
                .warning(
                        name(),
                        kind + " "
                                + target.map(CrossVersionObjectReference::getName)
                                        .or("(no name)"),
                        "this manifest has no such workload, so the autoscaler scales nothing",
                        "name " + (names.isEmpty() ? "a workload of this manifest" : names)
                                + ", or remove the autoscaler");
    }
}
