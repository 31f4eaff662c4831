package dev.ordinal.core.rule;

import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.Selectors;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodAffinityTerm;
import io.fabric8.kubernetes.api.model.PodAntiAffinity;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.WeightedPodAffinityTerm;
import java.util.List;
import java.util.stream.Stream;

/**
 * One thing that keeps pods apart.
 *
 * @param selector the pods that it looks at
 * @param isConstraint whether it is a topology spread constraint, which is always about the workload itself
 * @param isElsewhere whether it looks at other namespaces
 */
record Spread(Located<LabelSelector> selector, boolean isConstraint, boolean isElsewhere) {
    static Stream<Spread> of(Workload workload) {
        Located<PodAntiAffinity> apart = workload.pod()
                .field("affinity", PodSpec::getAffinity)
                .field("podAntiAffinity", Affinity::getPodAntiAffinity);
        Stream<Spread> constraints = workload.pod()
                .each("topologySpreadConstraints", PodSpec::getTopologySpreadConstraints)
                .map(c ->
                        new Spread(c.field("labelSelector", TopologySpreadConstraint::getLabelSelector), true, false));
        Stream<Located<PodAffinityTerm>> terms = Stream.concat(
                apart.each(
                        "requiredDuringSchedulingIgnoredDuringExecution",
                        PodAntiAffinity::getRequiredDuringSchedulingIgnoredDuringExecution),
                apart.each(
                                "preferredDuringSchedulingIgnoredDuringExecution",
                                PodAntiAffinity::getPreferredDuringSchedulingIgnoredDuringExecution)
                        .map(t -> t.field("podAffinityTerm", WeightedPodAffinityTerm::getPodAffinityTerm)));
        return Stream.concat(constraints, terms.filter(Located::isPresent).map(Spread::term));
    }

    private static Spread term(Located<PodAffinityTerm> term) {
        boolean isElsewhere = term.map(PodAffinityTerm::getNamespaceSelector).isPresent()
                || !term.map(PodAffinityTerm::getNamespaces).or(List.of()).isEmpty();
        return new Spread(term.field("labelSelector", PodAffinityTerm::getLabelSelector), false, isElsewhere);
    }

    boolean selects(Workload workload) {
        return selector.isPresent() && Selectors.selects(selector.get(), workload.labels());
    }
}
