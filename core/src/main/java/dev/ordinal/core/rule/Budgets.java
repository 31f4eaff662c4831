package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.Relation;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** All disruption budgets of a graph, and those of each workload. */
final class Budgets {
    private final List<Budget> all;
    private final Map<Workload, List<Budget>> byWorkload = new HashMap<>();

    private Budgets(ResourceGraph graph) {
        Set<ObjectRef> scaled = graph.references(Relation.SCALES)
                .flatMap(r -> graph.find(r.to()).stream())
                .map(Located::object)
                .collect(Collectors.toSet());
        all = graph.all(PodDisruptionBudget.class)
                .map(budget -> Budget.of(graph, budget, scaled))
                .toList();
        for (Budget budget : all) {
            Set.copyOf(budget.workloads()).forEach(workload -> byWorkload
                    .computeIfAbsent(workload, w -> new ArrayList<>())
                    .add(budget));
        }
    }

    static Budgets of(ResourceGraph graph) {
        return graph.derived(Budgets.class, Budgets::new);
    }

    List<Budget> all() {
        return all;
    }

    /** The budgets that count the pods of a workload, in order. */
    List<Budget> of(Workload workload) {
        return byWorkload.getOrDefault(workload, List.of());
    }
}
