package dev.ordinal.core.manifest;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.Report;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.rule.StandardRules;
import dev.ordinal.core.yaml.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rendered or parsed objects with everything that can be known about them: report, graph and text. Immutable. */
public final class Manifest {
    private final List<Document> documents;
    private final ResourceGraph graph;
    private final Report report;

    private Manifest(List<Document> documents, List<Diagnostic> known) {
        this.documents = documents;
        this.graph = ResourceGraph.of(documents.stream()
                .map(Document::object)
                .flatMap(Optional::stream)
                .toList());
        List<Diagnostic> findings = new ArrayList<>(known);
        StandardRules.all().forEach(rule -> rule.check(graph).forEach(findings::add));
        this.report = Report.of(findings);
    }

    /** The manifest of these apps and presets, in this order. */
    public static Manifest of(Renderable... parts) {
        List<Document> documents = new ArrayList<>();
        List<Diagnostic> known = new ArrayList<>();
        for (Renderable part : parts) {
            Rendered rendered = part.render();
            rendered.objects().forEach(object -> documents.add(Document.of(object)));
            known.addAll(rendered.diagnostics());
        }
        return new Manifest(documents, known);
    }

    /** All findings. */
    public Report report() {
        return report;
    }

    /** The objects and the references between them. */
    public ResourceGraph graph() {
        return graph;
    }

    /** The documents. */
    List<Document> documents() {
        return documents;
    }
}
