package dev.ordinal.core.change;

import dev.ordinal.core.manifest.Manifest;
import java.util.List;

/** What a server refuses of a change, as it says it. */
final class Refusals {
    private Refusals() {}

    /** Reason and field of each, sorted. */
    static List<String> of(String running, String wanted) {
        return of(running, wanted, "1.36");
    }

    static List<String> of(String running, String wanted, String version) {
        return Change.between(Manifest.parse(running), Manifest.parse(wanted).forKubernetes(version))
                .report()
                .errors()
                .stream()
                .flatMap(error -> error.refusal().stream())
                .map(refusal -> (refusal.reason() + " " + refusal.field()).strip())
                .distinct()
                .sorted()
                .toList();
    }
}
