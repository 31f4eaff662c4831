package dev.ordinal.core.manifest;

import dev.ordinal.core.diagnostic.Diagnostic;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;

/**
 * What rendering gives.
 *
 * @param objects the Kubernetes objects, in the order in which they should be applied
 * @param diagnostics what only the app itself can know, such as an edit that found nothing to edit
 */
public record Rendered(List<HasMetadata> objects, List<Diagnostic> diagnostics) {
    /** Copies both lists. */
    public Rendered {
        objects = List.copyOf(objects);
        diagnostics = List.copyOf(diagnostics);
    }

    /** This, and the other after it. */
    public Rendered and(Rendered other) {
        List<HasMetadata> all = new ArrayList<>(objects);
        all.addAll(other.objects);
        List<Diagnostic> found = new ArrayList<>(diagnostics);
        found.addAll(other.diagnostics);
        return new Rendered(all, found);
    }
}
