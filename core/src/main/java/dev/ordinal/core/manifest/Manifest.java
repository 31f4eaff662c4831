package dev.ordinal.core.manifest;

import dev.ordinal.core.admission.Admission;
import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.diagnostic.Report;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.rule.StandardRules;
import dev.ordinal.core.yaml.Document;
import dev.ordinal.core.yaml.Reading;
import dev.ordinal.core.yaml.StrictReader;
import dev.ordinal.core.yaml.YamlWriter;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Rendered or parsed objects with all that can be known about them: report, graph and text. Immutable.
 *
 * <pre>{@code
 * Manifest manifest = Manifest.of(orders);
 * System.out.print(manifest.report());
 * System.out.print(manifest.yaml());
 * }</pre>
 */
public final class Manifest {
    private final List<Document> documents;
    private final List<Diagnostic> known;
    private final ResourceGraph graph;
    private final Report report;

    private Manifest(List<Document> documents, List<Diagnostic> known) {
        this.documents = List.copyOf(documents);
        this.known = List.copyOf(known);
        this.graph = ResourceGraph.of(documents.stream()
                .map(Document::object)
                .flatMap(Optional::stream)
                .toList());
        Map<ObjectRef, Document> byRef = new HashMap<>();
        documents.forEach(document -> byRef.putIfAbsent(document.ref(), document));
        // A document that cannot be decoded is refused before anything else in it is looked at.
        Stream<Diagnostic> refused = documents.stream()
                .filter(document -> document.object().isPresent())
                .flatMap(Admission::judge);
        Stream<Diagnostic> regretted = StandardRules.all().stream().flatMap(rule -> rule.check(graph));
        Stream<Diagnostic> found =
                Stream.concat(refused, regretted).map(finding -> placed(finding, byRef.get(finding.object())));
        this.report = Report.of(Stream.concat(known.stream(), found).toList());
    }

    /** The manifest of these apps and presets, in this order. Never throws for what they say; see {@link #report}. */
    public static Manifest of(Renderable... parts) {
        return of(List.of(parts));
    }

    /** The manifest of these apps and presets, in this order. Never throws for what they say; see {@link #report}. */
    public static Manifest of(Iterable<? extends Renderable> parts) {
        List<Document> documents = new ArrayList<>();
        List<Diagnostic> known = new ArrayList<>();
        for (Renderable part : parts) {
            Rendered rendered = part.render();
            for (HasMetadata object : rendered.objects()) {
                documents.add(Document.of(object));
                known.addAll(StrictReader.check(object));
            }
            known.addAll(rendered.diagnostics());
        }
        return new Manifest(documents, known);
    }

    /**
     * The manifest of a text: any number of YAML documents, or JSON. Never throws for what is in it: what cannot be read is
     * a finding, and the rest is read all the same.
     */
    public static Manifest parse(String yamlOrJson) {
        return of(StrictReader.read(yamlOrJson, "<text>"));
    }

    /**
     * The manifest of files, and of the YAML and JSON files of directories, but not of directories in them. A file that
     * cannot be read is a finding.
     */
    public static Manifest read(Path... filesOrDirectories) {
        return of(Sources.read(List.of(filesOrDirectories)));
    }

    private static Manifest of(Reading reading) {
        return new Manifest(reading.documents(), reading.diagnostics());
    }

    private static Diagnostic placed(Diagnostic finding, @Nullable Document document) {
        return document == null
                ? finding
                : document.position(finding.path()).map(finding::at).orElse(finding);
    }

    /** Everything that was found, errors first. */
    public Report report() {
        return report;
    }

    /** The documents, in order, with those that could not be read as objects of the model. */
    public List<Document> documents() {
        return documents;
    }

    /** The objects and the references between them. */
    public ResourceGraph graph() {
        return graph;
    }

    /** What must exist in the cluster before this is applied: secrets and their keys, storage classes … */
    public List<Prerequisite> prerequisites() {
        return Prerequisites.of(graph);
    }

    /**
     * The same manifest with the claims that the controller would create as objects of their own, before what mounts them:
     * to provision them beforehand, or to restore members from snapshots.
     */
    public Manifest withClaims() {
        Stream<Document> claims = graph.claims().stream().map(Document::of);
        return new Manifest(Stream.concat(claims, documents.stream()).toList(), known);
    }

    /**
     * The text: one YAML document an object, in order.
     *
     * @throws InvalidManifestException if there are errors; the report is in it
     */
    public String yaml() {
        return YamlWriter.write(valid().stream().map(Document::tree).toList());
    }

    /**
     * Writes one file an object, named so that a folder is applied in order, and an index for kustomize. Files of an earlier
     * manifest that the index lists and this one has no more are removed.
     *
     * @return the files, sorted
     * @throws InvalidManifestException if there are errors; nothing is written then
     * @throws java.io.UncheckedIOException if the directory cannot be written
     */
    public List<Path> writeTo(Path directory) {
        return ManifestFiles.write(valid(), directory);
    }

    /**
     * Writes everything to one file.
     *
     * @throws InvalidManifestException if there are errors; nothing is written then
     * @throws java.io.UncheckedIOException if the file cannot be written
     */
    public Path writeToFile(Path file) {
        return ManifestFiles.writeOne(yaml(), file);
    }

    private List<Document> valid() {
        if (report.hasErrors()) {
            throw new InvalidManifestException(report);
        }
        return documents;
    }
}
