package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.autoscaling.v2.CrossVersionObjectReference;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        return graph.derived(All.class, All::of).autoscalers().stream();
    }

    /** All autoscalers of a graph, and what they scale. */
    private record All(List<Autoscaler> autoscalers, Set<Workload> scaled) {
        static All of(ResourceGraph graph) {
            List<Autoscaler> autoscalers = make(graph).toList();
            Set<Workload> scaled = new HashSet<>();
            autoscalers.forEach(autoscaler -> autoscaler.workload().ifPresent(scaled::add));
            return new All(autoscalers, scaled);
        }
    }

    private static Stream<Autoscaler> make(ResourceGraph graph) {
        return graph.all(HorizontalPodAutoscaler.class).map(autoscaler -> {
            Located<CrossVersionObjectReference> target = autoscaler
                    .field("spec", HorizontalPodAutoscaler::getSpec)
                    .field("scaleTargetRef", HorizontalPodAutoscalerSpec::getScaleTargetRef);
            return new Autoscaler(
                    autoscaler,
                    target,
                    graph
                            .workloads(ObjectRef.of(
                                    target.map(CrossVersionObjectReference::getKind)
                                            .or(""),
                                    autoscaler.object().namespace(),
                                    target.map(CrossVersionObjectReference::getName)
                                            .or("")))
                            .stream()
                            .findFirst());
        });
    }

    static boolean scales(ResourceGraph graph, Workload workload) {
        return graph.derived(All.class, All::of).scaled().contains(workload);
    }

    Located<Integer> least() {
        return autoscaler
                .field("spec", HorizontalPodAutoscaler::getSpec)
                .field("minReplicas", HorizontalPodAutoscalerSpec::getMinReplicas);
    }
}
