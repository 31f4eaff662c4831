package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import java.util.function.Consumer;

/** Of a workload that an autoscaler scales, no number of pods is written. */
final class AutoscalerOwnsReplicas implements Rule {
    @Override
    public String about() {
        return """
                A workload that an autoscaler scales leaves `replicas` out. Otherwise every `kubectl apply` sets the number back
                to what the manifest says, whatever the load: the autoscaler begins anew, and a set deletes members meanwhile.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Autoscaler scaler : Autoscaler.of(graph)) {
            Workload workload = scaler.workload();
            if (workload == null) {
                continue;
            }
            Located<Integer> replicas = replicas(workload);
            if (replicas.isPresent()) {
                found.accept(replicas.warning(
                        name(),
                        replicas.get().toString(),
                        scaler.autoscaler().object() + " scales it, and every apply of this manifest sets it back to "
                                + replicas.get(),
                        "remove replicas, and write minReplicas in the autoscaler"));
            }
        }
    }

    private static Located<Integer> replicas(Workload workload) {
        return workload.isStatefulSet()
                ? Sets.spec(workload).field("replicas", StatefulSetSpec::getReplicas)
                : workload.owner()
                        .map(o -> o instanceof Deployment deployment ? deployment : null)
                        .field("spec", Deployment::getSpec)
                        .field("replicas", DeploymentSpec::getReplicas);
    }
}
