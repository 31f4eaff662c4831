package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetSpec;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** A disruption budget, the workloads whose pods it counts, and the arithmetic of the disruption controller. */
record Budget(Located<PodDisruptionBudget> budget, List<Workload> workloads, OptionalInt pods) {
    static Budget of(ResourceGraph graph, Located<PodDisruptionBudget> budget, Set<ObjectRef> scaled) {
        PodDisruptionBudgetSpec spec = budget.get().getSpec();
        List<Workload> workloads = spec == null || spec.getSelector() == null
                ? List.of()
                : graph.selectedBy(budget.object().namespace(), spec.getSelector());
        return new Budget(budget, workloads, pods(workloads, scaled));
    }

    Located<IntOrString> minAvailable() {
        PodDisruptionBudgetSpec spec = budget.get().getSpec();
        return spec().step("minAvailable", spec == null ? null : spec.getMinAvailable());
    }

    Located<IntOrString> maxUnavailable() {
        PodDisruptionBudgetSpec spec = budget.get().getSpec();
        return spec().step("maxUnavailable", spec == null ? null : spec.getMaxUnavailable());
    }

    private Located<PodDisruptionBudgetSpec> spec() {
        return budget.step("spec", budget.get().getSpec());
    }

    /** Which field it is written with; minAvailable where there is none. */
    Located<IntOrString> limit() {
        return maxUnavailable().isPresent() ? maxUnavailable() : minAvailable();
    }

    /** How many of so many healthy pods may be evicted at once; empty where the budget cannot be computed. */
    OptionalInt allowed(int healthy) {
        OptionalInt unavailable = scaled(maxUnavailable(), healthy);
        OptionalInt available = scaled(minAvailable(), healthy);
        if (unavailable.isPresent()) {
            return unavailable;
        }
        return available.isPresent()
                ? OptionalInt.of(Math.max(0, healthy - available.getAsInt()))
                : OptionalInt.empty();
    }

    /** A percentage rounds up, for both fields. */
    private static OptionalInt scaled(Located<IntOrString> limit, int total) {
        if (!limit.isPresent()) {
            return OptionalInt.empty();
        }
        String text = limit.get().getStrVal();
        if (text != null && text.matches("\\d{1,3}%")) {
            int percent = Integer.parseInt(text.substring(0, text.length() - 1));
            return OptionalInt.of((int) Math.ceil((double) percent * total / 100));
        }
        Integer number = limit.get().getIntVal();
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** The number of pods in all; empty where an autoscaler, the nodes or a Job decides it. */
    private static OptionalInt pods(List<Workload> workloads, Set<ObjectRef> scaled) {
        int sum = 0;
        for (Workload workload : workloads) {
            OptionalInt replicas = scaled.contains(workload.ref()) ? OptionalInt.empty() : replicas(workload);
            if (replicas.isEmpty()) {
                return OptionalInt.empty();
            }
            sum += replicas.getAsInt();
        }
        return workloads.isEmpty() ? OptionalInt.empty() : OptionalInt.of(sum);
    }

    private static OptionalInt replicas(Workload workload) {
        if (workload.isStatefulSet()) {
            return OptionalInt.of(Sets.replicas(workload));
        }
        return workload.owner().get() instanceof Deployment
                ? OptionalInt.of(workload.owner()
                        .as(Deployment.class)
                        .field("spec", Deployment::getSpec)
                        .field("replicas", DeploymentSpec::getReplicas)
                        .or(1))
                : OptionalInt.empty();
    }
}
