package dev.ordinal.core.admission;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;

/** What is found in one object, in order. */
final class Findings {
    private final ObjectRef object;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    Findings(ObjectRef object) {
        this.object = object;
    }

    void add(Reason reason, Statement rule, Path at, String called, String found, String why, String fix) {
        diagnostics.add(new Diagnostic(
                        Severity.ERROR,
                        rule.toString(),
                        object,
                        at.toString(),
                        found,
                        "the API server refuses it: " + why,
                        fix)
                .refused(reason.toString(), called));
    }

    /** How many there are so far: a part that left the number unchanged is in order. */
    int count() {
        return diagnostics.size();
    }

    List<Diagnostic> all() {
        return diagnostics;
    }
}
