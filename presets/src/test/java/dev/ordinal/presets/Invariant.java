package dev.ordinal.presets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.change.Change;
import dev.ordinal.core.change.Step;
import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.Report;
import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.core.manifest.Renderable;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What holds of every cluster of a preset, whatever its words.
 *
 * @param id its number among those of its system
 * @param statement what holds
 * @param held proves it, and says by what it is held
 */
public record Invariant(String id, String statement, Supplier<String> held) {
    /** A rule finds something in words under which it would not hold. */
    public static Invariant words(String id, String statement, String rule, Renderable words) {
        return new Invariant(id, statement, () -> found(Manifest.of(words).report(), rule));
    }

    /** A rule finds something in a change after which it would not hold. */
    public static Invariant change(String id, String statement, String rule, Renderable before, Renderable after) {
        return new Invariant(id, statement, () -> found(between(before, after).report(), rule) + " of the change");
    }

    /** The plan of a change has a step, without which it would not hold. */
    public static Invariant plan(String id, String statement, String step, Renderable before, Renderable after) {
        return new Invariant(id, statement, () -> {
            assertThat(between(before, after).plan()).extracting(Step::title).contains(step);
            return "a step of the plan: " + step;
        });
    }

    /** There are no words under which it would not hold; seen in some that differ much. */
    public static Invariant derived(
            String id, String statement, List<? extends Renderable> clusters, Consumer<Manifest> proof) {
        return new Invariant(id, statement, () -> {
            clusters.forEach(cluster -> proof.accept(Manifest.of(cluster)));
            return "derived";
        });
    }

    /** It does not hold, or not by what is written here, and for that there is a reason. */
    public static Invariant open(String id, String statement, String reason) {
        return new Invariant(id, statement, () -> "not checked: " + reason);
    }

    private static Change between(Renderable before, Renderable after) {
        return Change.between(Manifest.of(before), Manifest.of(after));
    }

    private static String found(Report report, String rule) {
        List<Diagnostic> found = report.diagnostics().stream()
                .filter(diagnostic -> diagnostic.rule().equals(rule))
                .toList();
        assertThat(found).as(rule).isNotEmpty();
        return "`" + rule + "`, " + found.get(0).severity().toString().toLowerCase(Locale.ROOT);
    }

    String row() {
        return "| " + id + " | " + statement + " | " + held.get() + " |";
    }

    @Override
    public String toString() {
        return id + ": " + statement;
    }
}
