package dev.ordinal.core.change;

import dev.ordinal.core.admission.Quantity;
import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.Severity;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.Selectors;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A roll-out leaves as many pods ready as the disruption budget promises. */
final class RolloutKeepsBudget implements ChangeRule {
    @Override
    public String about() {
        return """
                A roll-out never has fewer pods ready than the disruption budget of these pods promises. The controller does not
                ask the budget: only drains do. Rehearsed pod by pod, as the controller would go.""";
    }

    @Override
    public Stream<Diagnostic> check(Changed changed) {
        boolean isPromised = changed.wanted()
                .graph()
                .all(PodDisruptionBudget.class)
                .findAny()
                .isPresent();
        // A rehearsal is dear, and nobody would ask it.
        return !isPromised
                ? Stream.empty()
                : Rehearsal.all(changed).stream().flatMap(rehearsal -> promised(changed, rehearsal).stream()
                        .filter(promised -> rehearsal.fewestReady() < promised && rehearsal.keepsMembers())
                        .mapToObj(promised -> finding(rehearsal, promised)));
    }

    private static OptionalInt promised(Changed changed, Rehearsal rehearsal) {
        return changed.wanted()
                .graph()
                .all(PodDisruptionBudget.class)
                .map(Located::get)
                .filter(budget -> budget.getSpec() != null
                        && Objects.equals(
                                budget.getMetadata().getNamespace(),
                                rehearsal.set().namespace())
                        && Selectors.selects(budget.getSpec().getSelector(), labels(rehearsal)))
                .map(budget -> ready(budget, rehearsal.members()))
                .flatMapToInt(OptionalInt::stream)
                .max();
    }

    private static Map<String, String> labels(Rehearsal rehearsal) {
        Map<String, String> labels = new LinkedHashMap<>();
        rehearsal.podLabels().forEach((key, value) -> labels.put(key, String.valueOf(value)));
        return labels;
    }

    private static OptionalInt ready(PodDisruptionBudget budget, int members) {
        IntOrString least = budget.getSpec().getMinAvailable();
        IntOrString most = budget.getSpec().getMaxUnavailable();
        OptionalInt away = count(most, members);
        return least != null
                ? count(least, members)
                : away.isPresent() ? OptionalInt.of(members - away.getAsInt()) : away;
    }

    private static OptionalInt count(@Nullable IntOrString value, int members) {
        if (value == null) {
            return OptionalInt.empty();
        } else if (value.getStrVal() == null) {
            return OptionalInt.of(value.getIntVal() == null ? 0 : value.getIntVal());
        }
        Quantity percent = Quantity.parse(value.getStrVal().replace("%", ""));
        return percent == null
                ? OptionalInt.empty()
                : OptionalInt.of(percent.amount()
                        .multiply(BigDecimal.valueOf(members))
                        .divide(BigDecimal.valueOf(100), 0, RoundingMode.UP)
                        .intValue());
    }

    private Diagnostic finding(Rehearsal rehearsal, int promised) {
        return new Diagnostic(
                Severity.WARNING,
                name(),
                rehearsal.set(),
                "spec.template",
                "a roll-out with " + rehearsal.fewestReady() + " of " + rehearsal.members() + " pods ready",
                "the disruption budget promises " + promised + ", but the controller does not ask it",
                "let the budget give one pod away, or roll when fewer pods will do");
    }
}
