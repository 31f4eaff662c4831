package dev.ordinal.core.manifest;

import dev.ordinal.core.admission.Admission;
import dev.ordinal.core.admission.PodLevel;
import dev.ordinal.core.admission.PodLevels;
import dev.ordinal.core.admission.PodSecurity;
import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.diagnostic.Position;
import dev.ordinal.core.diagnostic.Report;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.rule.Allowances;
import dev.ordinal.core.rule.PodsMeetDemandedLevel;
import dev.ordinal.core.rule.Rule;
import dev.ordinal.core.rule.StandardRules;
import dev.ordinal.core.version.KubernetesVersion;
import dev.ordinal.core.version.ServedFields;
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
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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
    private static final List<Rule> RULES = StandardRules.all(PodLevels::violations);

    private final List<Document> documents;
    private final List<Diagnostic> known;
    private final List<Rule> more;
    private final KubernetesVersion kubernetes;
    private final ResourceGraph graph;
    private final Report report;

    private Manifest(List<Document> documents, List<Diagnostic> known, List<Rule> more, KubernetesVersion kubernetes) {
        this.documents = List.copyOf(documents);
        this.known = List.copyOf(known);
        this.more = List.copyOf(more);
        this.kubernetes = kubernetes;
        List<HasMetadata> objects = new ArrayList<>(documents.size());
        List<ObjectRef> undecoded = new ArrayList<>();
        List<Diagnostic> refused = new ArrayList<>(known);
        for (Document document : documents) {
            if (document.model() == null) {
                // It is refused before anything else in it is looked at.
                undecoded.add(document.ref());
            } else {
                objects.add(document.model());
                addPlaced(Admission.judge(document), document, refused);
                addPlaced(ServedFields.judge(document, kubernetes), document, refused);
            }
        }
        this.graph = ResourceGraph.of(objects, undecoded);
        this.report = Allowances.of(graph).report(refused, regretted());
    }

    private List<Diagnostic> regretted() {
        List<Diagnostic> found = new ArrayList<>();
        Consumer<Diagnostic> finder = found::add;
        for (Rule rule : RULES) {
            rule.check(graph, finder);
        }
        for (Rule rule : more) {
            rule.check(graph, finder);
        }
        if (found.isEmpty()) {
            return found;
        }
        Map<ObjectRef, Document> byRef = new HashMap<>();
        documents.forEach(document -> byRef.putIfAbsent(document.ref(), document));
        found.replaceAll(finding -> placed(finding, byRef.get(finding.object())));
        return found;
    }

    /** What is wrong with one object for itself, each finding at its place in this very document. */
    private static void addPlaced(List<Diagnostic> findings, Document document, List<Diagnostic> all) {
        for (Diagnostic finding : findings) {
            all.add(placed(finding, document));
        }
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
                Reading reading = StrictReader.read(object);
                documents.addAll(reading.documents());
                known.addAll(reading.diagnostics());
            }
            known.addAll(rendered.diagnostics());
        }
        return new Manifest(documents, known, List.of(), KubernetesVersion.DEFAULT);
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
        return new Manifest(reading.documents(), reading.diagnostics(), List.of(), KubernetesVersion.DEFAULT);
    }

    private static Diagnostic placed(Diagnostic finding, @Nullable Document document) {
        Position position =
                document == null ? null : document.position(finding.path()).orElse(null);
        return position == null ? finding : finding.at(position);
    }

    /**
     * The same manifest, judged for another version of Kubernetes: fields and values that it does not serve are findings of the
     * rule {@code FieldIsServed}. What a 1.36 API server refuses is refused all the same.
     *
     * @param version the version of the cluster, {@code "1.30"} to {@code "1.36"} or as {@code kubectl version} prints it; 1.36
     *     unless this is called
     * @throws IllegalArgumentException if it is no such version
     */
    public Manifest forKubernetes(String version) {
        return new Manifest(documents, known, more, KubernetesVersion.of(version));
    }

    /**
     * The same manifest as {@code kubectl -n <namespace>} applies it: the objects that say no namespace are in this one.
     *
     * @param namespace a namespace, such as {@code shop}
     */
    public Manifest inNamespace(String namespace) {
        InNamespace moved = new InNamespace(namespace);
        List<Document> placed = moved.moved(documents);
        return new Manifest(placed, moved.told(known), more, kubernetes);
    }

    /** The version of Kubernetes that the report is for. */
    public KubernetesVersion kubernetes() {
        return kubernetes;
    }

    /**
     * The same manifest, judged by more rules: those of a team or a company. Their findings are in the report with the
     * others, and can be allowed like them.
     */
    public Manifest checkedBy(Rule... rules) {
        List<Rule> all = new ArrayList<>(more);
        all.addAll(List.of(rules));
        return new Manifest(documents, known, all, kubernetes);
    }

    /**
     * The same manifest, of which the pods of every workload must meet a Pod Security Standard, whatever the namespaces in it
     * say: each that does not is an error of the rule {@code PodsMeetDemandedLevel}.
     */
    public Manifest demanding(PodSecurity.Level level) {
        return checkedBy(new PodsMeetDemandedLevel(PodLevels::violations, level.name()));
    }

    /** The Pod Security Standard that the pods of each workload meet, and what keeps them from the next stricter one. */
    public List<PodLevel> podLevels() {
        return graph.workloads().stream()
                .filter(workload -> workload.pod().isPresent())
                .map(PodLevels::of)
                .toList();
    }

    /** Everything that was found, errors first; and what is allowed. */
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
        Set<ObjectRef> declared = documents.stream().map(Document::ref).collect(Collectors.toSet());
        Stream<Document> claims =
                graph.claims().stream().map(Document::of).filter(claim -> !declared.contains(claim.ref()));
        return new Manifest(Stream.concat(claims, documents.stream()).toList(), known, more, kubernetes);
    }

    /**
     * The text: one YAML document an object, in order.
     *
     * @throws InvalidManifestException if there are errors; the report is in it
     */
    public String yaml() {
        List<Map<String, @Nullable Object>> trees = new ArrayList<>(documents.size());
        for (Document document : valid()) {
            trees.add(document.tree());
        }
        return YamlWriter.write(trees);
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
