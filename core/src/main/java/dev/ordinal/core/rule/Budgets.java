package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.graph.Grouped;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.Reference;
import dev.ordinal.core.graph.Relation;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All disruption budgets of a graph, and those of each workload. */
final class Budgets {
    private final List<Budget> all = new ArrayList<>();
    private final Map<Workload, List<Budget>> byWorkload = new HashMap<>();

    private Budgets(ResourceGraph graph) {
        List<Located<PodDisruptionBudget>> written = graph.objects(PodDisruptionBudget.class);
        if (written.isEmpty()) {
            return;
        }
        Set<ObjectRef> scaled = new HashSet<>();
        for (Reference scales : graph.references(Relation.SCALES)) {
            Optional<Located<HasMetadata>> target = graph.find(scales.to());
            if (target.isPresent()) {
                scaled.add(target.get().object());
            }
        }
        for (Located<PodDisruptionBudget> one : written) {
            Budget budget = Budget.of(graph, one, scaled);
            all.add(budget);
            for (Workload workload : Set.copyOf(budget.workloads())) {
                Grouped.add(byWorkload, workload, budget);
            }
        }
    }

    static Budgets of(ResourceGraph graph) {
        Budgets known = graph.kept(Budgets.class);
        return known == null ? graph.keep(new Budgets(graph)) : known;
    }

    List<Budget> all() {
        return all;
    }

    /** The budgets that count the pods of a workload, in order. */
    List<Budget> of(Workload workload) {
        return byWorkload.getOrDefault(workload, List.of());
    }
}
