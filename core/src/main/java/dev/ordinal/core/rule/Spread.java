package dev.ordinal.core.rule;

import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.Selectors;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.Affinity;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodAffinityTerm;
import io.fabric8.kubernetes.api.model.PodAntiAffinity;
import io.fabric8.kubernetes.api.model.PodSpec;
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
        PodSpec spec = workload.podSpec();
        List<Spread> all = new ArrayList<>(1);
        for (var constraint : pod.items("topologySpreadConstraints", spec.getTopologySpreadConstraints())) {
            all.add(new Spread(constraint.step("labelSelector", constraint.get().getLabelSelector()), true, false));
        }
        Located<PodAntiAffinity> apart = apart(workload);
        if (apart.isPresent()) {
            for (Located<PodAffinityTerm> term : demanded(apart)) {
                all.add(term(term));
            }
            for (var preferred : apart.items(
                    "preferredDuringSchedulingIgnoredDuringExecution",
                    apart.get().getPreferredDuringSchedulingIgnoredDuringExecution())) {
                PodAffinityTerm term = preferred.get().getPodAffinityTerm();
                if (term != null) {
                    all.add(term(preferred.step("podAffinityTerm", term)));
                }
            }
        }
        return all;
    }

    private static Located<PodAntiAffinity> apart(Workload workload) {
        Affinity affinity = workload.podSpec().getAffinity();
        return workload.pod()
                .step("affinity", affinity)
                .step("podAntiAffinity", affinity == null ? null : affinity.getPodAntiAffinity());
    }

    private static List<Located<PodAffinityTerm>> demanded(Located<PodAntiAffinity> apart) {
        return apart.isPresent()
                ? apart.items(
                        "requiredDuringSchedulingIgnoredDuringExecution",
                        apart.get().getRequiredDuringSchedulingIgnoredDuringExecution())
                : List.of();
    }

    private static Spread term(Located<PodAffinityTerm> term) {
        List<String> namespaces = term.get().getNamespaces();
        boolean isElsewhere =
                term.get().getNamespaceSelector() != null || (namespaces != null && !namespaces.isEmpty());
        return new Spread(term.step("labelSelector", term.get().getLabelSelector()), false, isElsewhere);
    }

    /** What the anti-affinity of a workload demands, not only prefers. */
    static List<Spread> required(Workload workload) {
        List<Spread> all = new ArrayList<>();
        for (Located<PodAffinityTerm> term : demanded(apart(workload))) {
            all.add(term(term));
        }
        return all;
    }

    /** Whether no two pods of a workload may be on one node. */
    static boolean isOnePerNode(Workload workload) {
        for (Located<PodAffinityTerm> term : demanded(apart(workload))) {
            if (HOST.equals(term.get().getTopologyKey()) && term(term).selects(workload)) {
                return true;
            }
        }
        return false;
    }

    boolean selects(Workload workload) {
        return selector.isPresent() && Selectors.selects(selector.get(), workload.labels());
    }
}
