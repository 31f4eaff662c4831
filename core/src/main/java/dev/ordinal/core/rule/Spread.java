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
import java.util.ArrayList;
import java.util.List;

/**
 * One thing that keeps pods apart.
 *
 * @param selector the pods that it looks at
 * @param isConstraint whether it is a topology spread constraint, which is always about the workload itself
 * @param isElsewhere whether it looks at other namespaces
 */
record Spread(Located<LabelSelector> selector, boolean isConstraint, boolean isElsewhere) {
    private static final String HOST = "kubernetes.io/hostname";

    static List<Spread> of(Workload workload) {
        Located<PodSpec> pod = workload.pod();
        List<Spread> all = new ArrayList<>(1);
        for (var constraint : pod.each("topologySpreadConstraints", PodSpec::getTopologySpreadConstraints)) {
            all.add(new Spread(
                    constraint.field("labelSelector", TopologySpreadConstraint::getLabelSelector), true, false));
        }
        if (workload.podSpec().getAffinity() != null) {
            apart(
                    pod.field("affinity", PodSpec::getAffinity).field("podAntiAffinity", Affinity::getPodAntiAffinity),
                    all);
        }
        return all;
    }

    private static void apart(Located<PodAntiAffinity> apart, List<Spread> all) {
        for (var term : apart.each(
                "requiredDuringSchedulingIgnoredDuringExecution",
                PodAntiAffinity::getRequiredDuringSchedulingIgnoredDuringExecution)) {
            all.add(term(term));
        }
        for (var preferred : apart.each(
                "preferredDuringSchedulingIgnoredDuringExecution",
                PodAntiAffinity::getPreferredDuringSchedulingIgnoredDuringExecution)) {
            if (preferred.get().getPodAffinityTerm() != null) {
                all.add(term(preferred.field("podAffinityTerm", WeightedPodAffinityTerm::getPodAffinityTerm)));
            }
        }
    }

    private static Spread term(Located<PodAffinityTerm> term) {
        List<String> namespaces = term.get().getNamespaces();
        boolean isElsewhere =
                term.get().getNamespaceSelector() != null || (namespaces != null && !namespaces.isEmpty());
        return new Spread(term.field("labelSelector", PodAffinityTerm::getLabelSelector), false, isElsewhere);
    }

    /** What the anti-affinity of a workload demands, not only prefers. */
    static List<Spread> required(Workload workload) {
        List<Spread> all = new ArrayList<>();
        for (Located<PodAffinityTerm> term : demanded(workload)) {
            all.add(term(term));
        }
        return all;
    }

    /** Whether no two pods of a workload may be on one node. */
    static boolean isOnePerNode(Workload workload) {
        for (Located<PodAffinityTerm> term : demanded(workload)) {
            if (HOST.equals(term.get().getTopologyKey()) && term(term).selects(workload)) {
                return true;
            }
        }
        return false;
    }

    private static List<Located<PodAffinityTerm>> demanded(Workload workload) {
        return workload.podSpec().getAffinity() == null
                ? List.of()
                : workload.pod()
                        .field("affinity", PodSpec::getAffinity)
                        .field("podAntiAffinity", Affinity::getPodAntiAffinity)
                        .each(
                                "requiredDuringSchedulingIgnoredDuringExecution",
                                PodAntiAffinity::getRequiredDuringSchedulingIgnoredDuringExecution);
    }

    boolean selects(Workload workload) {
        return selector.isPresent() && Selectors.selects(selector.get(), workload.labels());
    }
}
