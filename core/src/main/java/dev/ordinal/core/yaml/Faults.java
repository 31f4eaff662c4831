package dev.ordinal.core.yaml;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.diagnostic.Position;
import dev.ordinal.core.diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The findings about one object, each of which makes the API server answer 400. */
final class Faults {
    private final ObjectRef object;
    private final @Nullable String source;
    private final List<Diagnostic> findings = new ArrayList<>();
    private int left;
    private @Nullable Placed firstLeft;

    /**
     * No findings yet.
     *
     * @param source the text's name; null if the object was made in Java and has no place in any
     */
    Faults(ObjectRef object, @Nullable String source) {
        this.object = object;
        this.source = source;
    }

    ObjectRef object() {
        return object;
    }

    void add(String rule, String path, Placed place, String found, String why, String fix) {
        if (findings.size() >= Limits.FINDINGS) {
            left++;
            firstLeft = firstLeft == null ? place : firstLeft;
            return;
        }
        findings.add(placed(error(object, rule, path, found, why, fix), place));
    }

    private Diagnostic placed(Diagnostic finding, Placed place) {
        return source == null ? finding : finding.at(new Position(source, place.line(), place.column()));
    }

    /** All findings, with a last one that counts what was left out. */
    List<Diagnostic> all() {
        if (firstLeft != null) {
            Diagnostic rest = error(
                    object,
                    "ReadableYaml",
                    "",
                    left + " more findings of this kind",
                    "a document with that many faults is most likely something else than it says",
                    "mend the ones above first");
            findings.add(placed(rest, firstLeft));
            firstLeft = null;
            left = 0;
        }
        return findings;
    }

    static Diagnostic error(ObjectRef object, String rule, String path, String found, String why, String fix) {
        return new Diagnostic(Severity.ERROR, rule, object, path, found, why, fix).refused("BadRequest", "");
    }
}
