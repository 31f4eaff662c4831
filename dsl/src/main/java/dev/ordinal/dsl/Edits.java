package dev.ordinal.dsl;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.diagnostic.Severity;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.manifest.Rendered;
import dev.ordinal.core.yaml.DeepCopy;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Changes by hand, in the order in which they were said. One that finds nothing, or goes wrong, is an error. */
final class Edits {
    private Edits() {}

    static Rendered apply(StatefulApp app, List<HasMetadata> rendered) {
        List<HasMetadata> objects = new ArrayList<>(rendered);
        List<Diagnostic> diagnostics = new ArrayList<>();
        for (Edit<?> edit : app.edits()) {
            apply(app, edit, objects, diagnostics);
        }
        return new Rendered(objects, diagnostics);
    }

    private static <T extends HasMetadata> void apply(
            StatefulApp app, Edit<T> edit, List<HasMetadata> objects, List<Diagnostic> diagnostics) {
        boolean found = false;
        for (int i = 0; i < objects.size(); i++) {
            HasMetadata object = objects.get(i);
            if (concerns(edit, object)) {
                found = true;
                objects.set(i, changed(edit, edit.kind().cast(object), diagnostics));
            }
        }
        if (!found) {
            diagnostics.add(nothingToEdit(app, edit, objects));
        }
    }

    private static boolean concerns(Edit<?> edit, HasMetadata object) {
        return edit.kind().isInstance(object)
                && edit.name()
                        .map(name -> name.equals(ResourceGraph.refOf(object).name()))
                        .orElse(true);
    }

    /**
     * The author's code gets a copy of which everything can be changed, and which nobody else holds. Whatever it throws is
     * a finding about that code, beside all other findings.
     */
    private static <T extends HasMetadata> HasMetadata changed(Edit<T> edit, T object, List<Diagnostic> diagnostics) {
        String problem;
        try {
            T result = edit.change().apply(DeepCopy.of(object));
            if (result != null) {
                return result;
            }
            problem = "it gave back null";
        } catch (RuntimeException e) {
            problem = "it threw " + e;
        }
        diagnostics.add(new Diagnostic(
                Severity.ERROR,
                "EditSucceeds",
                ResourceGraph.refOf(object),
                "",
                problem,
                "the edit of " + edit.kind().getSimpleName()
                        + " did not finish, so the object may lack what the edit was for",
                "correct the function that is given to edit(" + edit.kind().getSimpleName()
                        + ".class, …); it must give back the object"));
        return object;
    }

    private static Diagnostic nothingToEdit(StatefulApp app, Edit<?> edit, List<HasMetadata> objects) {
        String wanted = edit.kind().getSimpleName()
                + edit.name().map(name -> " \"" + name + "\"").orElse("");
        String there = objects.stream()
                .map(object -> ResourceGraph.refOf(object).toString())
                .collect(Collectors.joining(", "));
        return new Diagnostic(
                Severity.ERROR,
                "EditFindsItsObject",
                ObjectRef.of("StatefulApp", app.namespace().orElse(null), app.name()),
                "edit",
                "no " + wanted,
                "the edit changes nothing, so what it was for will be missing in the cluster",
                "edit one of: " + there + "; or add the object first with(…)");
    }
}
