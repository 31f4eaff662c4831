package dev.ordinal.core.rule;

import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.autoscaling.v2.CrossVersionObjectReference;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerSpec;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An autoscaler and what it scales.
 *
 * @param target the field that names it
 * @param workload empty where the manifest has no such workload
 */
record Autoscaler(
        Located<HorizontalPodAutoscaler> autoscaler,
        Located<CrossVersionObjectReference> target,
        Optional<Workload> workload) {
    static Stream<Autoscaler> of(ResourceGraph graph) {
        return graph.all(HorizontalPodAutoscaler.class).map(autoscaler -> {
            Located<CrossVersionObjectReference> target = autoscaler
                    .field("spec", HorizontalPodAutoscaler::getSpec)
                    .field("scaleTargetRef", HorizontalPodAutoscalerSpec::getScaleTargetRef);
            return new Autoscaler(
                    autoscaler,
                    target,
                    graph.workloadsIn(autoscaler.object().namespace())
                            .filter(w -> w.ref()
                                    .kind()
                                    .equals(target.map(CrossVersionObjectReference::getKind)
                                            .or("")))
                            .filter(w -> w.ref()
                                    .name()
                                    .equals(target.map(CrossVersionObjectReference::getName)
                                            .or("")))
                            .findFirst());
        });
    }

    static boolean scales(ResourceGraph graph, Workload workload) {
        return of(graph).anyMatch(a -> a.workload().filter(workload::equals).isPresent());
    }

    Located<Integer> least() {
        return autoscaler
                .field("spec", HorizontalPodAutoscaler::getSpec)
                .field("minReplicas", HorizontalPodAutoscalerSpec::getMinReplicas);
    }
}
