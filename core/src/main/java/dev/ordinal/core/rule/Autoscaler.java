package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.autoscaling.v2.CrossVersionObjectReference;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An autoscaler and what it scales.
 *
 * @param target the field that names it
 * @param workload null where the manifest has no such workload
 */
record Autoscaler(
        Located<HorizontalPodAutoscaler> autoscaler,
        Located<CrossVersionObjectReference> target,
        @Nullable Workload workload) {
    static List<Autoscaler> of(ResourceGraph graph) {
        return All.of(graph).autoscalers();
    }

    /** All autoscalers of a graph, and what they scale. */
    private record All(List<Autoscaler> autoscalers, Set<Workload> scaled) {
        static All of(ResourceGraph graph) {
            All known = graph.kept(All.class);
            return known == null ? graph.keep(in(graph)) : known;
        }

        private static All in(ResourceGraph graph) {
            List<Autoscaler> autoscalers = new ArrayList<>();
            Set<Workload> scaled = new HashSet<>();
            for (Located<HorizontalPodAutoscaler> written : graph.objects(HorizontalPodAutoscaler.class)) {
                Autoscaler autoscaler = of(graph, written);
                autoscalers.add(autoscaler);
                if (autoscaler.workload() != null) {
                    scaled.add(autoscaler.workload());
                }
            }
            return new All(autoscalers, scaled);
        }

        private static Autoscaler of(ResourceGraph graph, Located<HorizontalPodAutoscaler> autoscaler) {
            Located<CrossVersionObjectReference> target = autoscaler
                    .field("spec", HorizontalPodAutoscaler::getSpec)
                    .field("scaleTargetRef", HorizontalPodAutoscalerSpec::getScaleTargetRef);
            List<Workload> named = graph.workloads(ObjectRef.of(
                    target.map(CrossVersionObjectReference::getKind).or(""),
                    autoscaler.object().namespace(),
                    target.map(CrossVersionObjectReference::getName).or("")));
            return new Autoscaler(autoscaler, target, named.isEmpty() ? null : named.get(0));
        }
    }

    static boolean scales(ResourceGraph graph, Workload workload) {
        return All.of(graph).scaled().contains(workload);
    }

    Located<Integer> least() {
        return autoscaler
                .field("spec", HorizontalPodAutoscaler::getSpec)
                .field("minReplicas", HorizontalPodAutoscalerSpec::getMinReplicas);
    }
}
