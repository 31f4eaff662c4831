package dev.ordinal.core.yaml;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.diagnostic.Position;
import dev.ordinal.core.diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;

/** The findings about one object, each of which makes the API server answer 400. */
final class Faults {
    private final ObjectRef object;
    private final String source;
    private final List<Diagnostic> findings = new ArrayList<>();
    private int left;

    Faults(ObjectRef object, String source) {
        this.object = object;
        this.source = source;
    }

    ObjectRef object() {
        return object;
    }

    void add(String rule, String path, Placed place, String found, String why, String fix) {
        if (findings.size() >= Limits.FINDINGS) {
            left++;
            return;
        }
        findings.add(error(object, rule, path, found, why, fix).at(new Position(source, place.line(), place.column())));
    }

    /** All findings, with a last one that counts what was left out. */
    List<Diagnostic> all() {
        if (left > 0) {
            findings.add(error(
                    object,
                    "ReadableYaml",
                    "",
                    left + " more findings of this kind",
                    "a document with that many faults is most likely something else than it says",
                    "mend the ones above first"));
            left = 0;
        }
        return findings;
    }

    static Diagnostic error(ObjectRef object, String rule, String path, String found, String why, String fix) {
        return new Diagnostic(Severity.ERROR, rule, object, path, found, why, fix).refused("BadRequest", "");
    }
}
