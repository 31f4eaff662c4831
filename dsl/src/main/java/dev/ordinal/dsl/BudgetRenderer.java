package dev.ordinal.dsl;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetSpec;
import java.util.List;

/** The disruption budget. One member alone gets none by itself, because it would block every drain. */
final class BudgetRenderer {
    private BudgetRenderer() {}

    static List<PodDisruptionBudget> render(StatefulApp app) {
        Disruption disruption = disruption(app);
        return disruption instanceof Disruption.Unlimited ? List.of() : List.of(budget(app, disruption));
    }

    private static Disruption disruption(StatefulApp app) {
        if (app.disruption().isPresent()) {
            return app.disruption().get();
        }
        return app.replicas() > 1 ? Disruption.maxUnavailable(1) : Disruption.unlimited();
    }

    private static PodDisruptionBudget budget(StatefulApp app, Disruption disruption) {
        PodDisruptionBudgetSpec spec = new PodDisruptionBudgetSpec();
        if (disruption instanceof Disruption.MaxUnavailable max) {
            spec.setMaxUnavailable(max.pods());
        } else if (disruption instanceof Disruption.MinAvailable min) {
            spec.setMinAvailable(min.pods());
        }
        spec.setSelector(new LabelSelector(null, app.identity()));
        PodDisruptionBudget budget = new PodDisruptionBudget();
        budget.setMetadata(Meta.of(app, Names.own(app)));
        budget.setSpec(spec);
        return budget;
    }
}
