package dev.ordinal.core.change;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.diagnostic.Severity;

/**
 * One StatefulSet of a preset, as it runs and as it is wanted.
 *
 * @param set the StatefulSet
 * @param replicasBefore how many members run
 * @param replicas how many members are wanted
 * @param before what the preset knew when it rendered what runs
 * @param after what the preset knew when it rendered what is wanted
 */
public record PresetChange(ObjectRef set, int replicasBefore, int replicas, Facts before, Facts after) {
    /** Whether a fact is not what it was. */
    public boolean changes(String fact) {
        return !before.value(fact).equals(after.value(fact));
    }

    /** A change that cannot work or endangers data, seen by a fact of the preset. */
    public Diagnostic error(String rule, String fact, String why, String fix) {
        return finding(Severity.ERROR, rule, fact, why, fix);
    }

    /** A change that works and will be regretted, seen by a fact of the preset. */
    public Diagnostic warning(String rule, String fact, String why, String fix) {
        return finding(Severity.WARNING, rule, fact, why, fix);
    }

    private Diagnostic finding(Severity severity, String rule, String fact, String why, String fix) {
        String found = "\"" + before.value(fact) + "\" -> \"" + after.value(fact) + "\"";
        return new Diagnostic(severity, rule, set, Facts.path(fact), found, why, fix);
    }
}
