package dev.ordinal.core.yaml;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.ObjectRef;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns the root of each document into an object, or into several if it is a List. */
final class Roots {
    private static final String RULE = "KnownKind";

    private final String source;
    private final List<Document> documents = new ArrayList<>();
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    Roots(String source) {
        this.source = source;
    }

    List<Document> documents() {
        return documents;
    }

    List<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** Reads one root; a document of null or of nothing at all is skipped, as kubectl does. */
    void read(Node root, ObjectRef unnamed) {
        if (root instanceof Node.Fields fields) {
            object(fields, "", "");
        } else if (!root.isNull()) {
            noObject(root, unnamed);
        }
    }

    private void noObject(Node root, ObjectRef unnamed) {
        boolean list = root instanceof Node.Items;
        String text = root instanceof Node.Scalar scalar ? scalar.text() : "";
        String fix = SyntaxCause.lacksSpace(text)
                ? SyntaxCause.lackingSpace(text).fix() + ", with a space after the colon"
                : "begin with apiVersion, kind and metadata";
        Faults faults = new Faults(unnamed, source);
        faults.add(
                "ReadableYaml",
                "",
                root,
                list ? "a list" : Quoted.of(text),
                "an object of Kubernetes is a map with apiVersion, kind and metadata",
                list ? "put each item into a document of its own, with a line --- between them" : fix);
        diagnostics.addAll(faults.all());
    }

    /** The items of a list of one kind may leave out what the list has said already. */
    private void object(Node.Fields written, String impliedVersion, String impliedKind) {
        Node.Fields root = with(with(written, "kind", impliedKind), "apiVersion", impliedVersion);
        String apiVersion = textOrNothing(root, "apiVersion");
        String kind = textOrNothing(root, "kind");
        Node items = root.get("items");
        if (kind.endsWith("List") && items instanceof Node.Items list) {
            boolean mixed = kind.equals("List");
            items(list, mixed ? "" : apiVersion, mixed ? "" : kind.substring(0, kind.length() - 4));
            return;
        }
        if (kind.equals("List") && apiVersion.equals("v1") && (items == null || items.isNull())) {
            return;
        }
        Faults faults = new Faults(ref(root, kind), source);
        Class<? extends HasMetadata> type = type(root, apiVersion, kind, faults);
        HasMetadata object = type == null ? null : Binder.bind(root, type, faults);
        Shape shape = new Shape.ModelOf(type == null ? GenericKubernetesResource.class : type);
        documents.add(new Document(faults.object(), Plain.of(root), object, new Positions(root, shape, source)));
        diagnostics.addAll(faults.all());
    }

    private static Node.Fields with(Node.Fields root, String name, String implied) {
        if (implied.isEmpty() || root.get(name) != null) {
            return root;
        }
        List<Node.Entry> entries = new ArrayList<>(root.entries());
        Node value = new Node.Scalar(implied, implied, root.line(), root.column());
        entries.add(0, new Node.Entry(name, value, root.line(), root.column()));
        return new Node.Fields(entries, root.line(), root.column());
    }

    private void items(Node.Items items, String apiVersion, String kind) {
        for (Node item : items.items()) {
            if (documents.size() >= Limits.DOCUMENTS) {
                return;
            } else if (item instanceof Node.Fields fields) {
                object(fields, apiVersion, kind);
            } else {
                noObject(item, ObjectRef.of("List", null, "item"));
            }
        }
    }

    private static String textOrNothing(Node.Fields root, String name) {
        String text = root.text(name);
        return text == null ? "" : text;
    }

    private static ObjectRef ref(Node.Fields root, String kind) {
        Node metadata = root.get("metadata");
        String namespace = metadata instanceof Node.Fields fields ? fields.text("namespace") : null;
        String name = metadata instanceof Node.Fields fields ? fields.text("name") : null;
        return ObjectRef.of(kind.isEmpty() ? "Object" : kind, namespace, name == null ? "" : name);
    }

    private static @Nullable Class<? extends HasMetadata> type(
            Node.Fields root, String apiVersion, String kind, Faults faults) {
        if (kind.isEmpty() || apiVersion.isEmpty()) {
            missing(root, apiVersion, kind, faults);
            return null;
        }
        Optional<Kinds.Kind> known = Kinds.find(apiVersion, kind);
        if (known.isEmpty()
                && (Kinds.isOwnGroup(apiVersion)
                        || Kinds.meant(apiVersion, kind).isPresent())
                && !Kinds.isServed(apiVersion, kind)) {
            unknown(root, apiVersion, kind, faults);
            return null;
        }
        return known.<Class<? extends HasMetadata>>map(Kinds.Kind::type).orElse(GenericKubernetesResource.class);
    }

    private static void missing(Node.Fields root, String apiVersion, String kind, Faults faults) {
        String missing = kind.isEmpty() ? "kind" : "apiVersion";
        Node written = root.get(missing);
        String example = missing.equals("kind")
                ? Kinds.all().stream()
                        .filter(k -> k.apiVersion().equals(apiVersion))
                        .map(Kinds.Kind::name)
                        .findFirst()
                        .orElse("StatefulSet")
                : Kinds.named(kind).map(Kinds.Kind::apiVersion).orElse("apps/v1");
        faults.add(
                RULE,
                missing,
                written == null ? root : written,
                written == null || written.isNull() ? "no " + missing : "a " + missing + " that is no text",
                "without " + missing + " the API server cannot tell what this is, and refuses it",
                (written == null ? "add " : "write ") + missing + ": " + example);
    }

    private static void unknown(Node.Fields root, String apiVersion, String kind, Faults faults) {
        Optional<Kinds.Kind> meant = Kinds.meant(apiVersion, kind);
        boolean version = meant.filter(k -> k.name().equals(kind)).isPresent();
        String path = version ? "apiVersion" : "kind";
        Node place = root.get(path);
        faults.add(
                RULE,
                path,
                place == null ? root : place,
                apiVersion + " " + kind,
                "Kubernetes 1.36 serves no such kind, so the object cannot be created",
                meant.map(k -> version ? "write apiVersion: " + k.apiVersion() : "write kind: " + k.name())
                        .orElse("check apiVersion and kind against: kubectl api-resources"));
    }
}
