package dev.ordinal.core.yaml;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.diagnostic.Position;
import dev.ordinal.core.graph.ResourceGraph;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Map;

/**
 * Reads YAML or JSON as a Kubernetes API server does, and says where and why it would not. Nothing that a text
 * holds makes it throw: what cannot be read is a finding, and hides nothing that comes after the next {@code ---}.
 */
public final class StrictReader {
    private static final String RULE = "ReadableYaml";

    private final String source;
    private final Roots roots;
    private final Tabs tabs = new Tabs();
    private final List<Diagnostic> diagnostics;

    private StrictReader(String source) {
        this.source = source;
        this.roots = new Roots(source);
        this.diagnostics = roots.diagnostics();
    }

    /**
     * Reads any number of documents.
     *
     * @param text YAML documents between {@code ---} lines, or JSON
     * @param source what to call the text in positions: a file name, or {@code <text>}
     */
    public static Reading read(String text, String source) {
        StrictReader reader = new StrictReader(source);
        if (Limits.exceeds(text, Limits.TEXT_BYTES)) {
            reader.tooLong(
                    1, "the text", Limits.TEXT_BYTES, "nothing that long is read at once", "split it into files");
        } else {
            reader.pieces(text);
        }
        return new Reading(reader.roots.documents(), reader.diagnostics);
    }

    /** Reads the bytes of a file, which must be UTF-8, as for the API server. */
    public static Reading read(byte[] utf8, String source) {
        return Utf8.faultIn(utf8, source)
                .map(fault -> new Reading(List.of(), List.of(fault)))
                .orElseGet(() -> read(Utf8.text(utf8), source));
    }

    /**
     * Reads an object that was made in Java, and finds what an API server could not decode in it: quantities, times and
     * base64 that are none, and fields that were put aside by hand.
     */
    public static Reading read(HasMetadata object) {
        ModelTree walk = new ModelTree();
        Document document = new Document(ResourceGraph.refOf(object), walk.of(object), object, Map.of());
        if (walk.isSound()) {
            return new Reading(List.of(document), List.of());
        }
        Faults faults = new Faults(document.ref(), null);
        Binder.bind(TreeNodes.of(document.tree()), object.getClass(), faults);
        return new Reading(List.of(document), faults.all());
    }

    private void pieces(String text) {
        List<Piece> pieces = Piece.of(text);
        int number = 1;
        for (Piece piece : pieces) {
            if (roots.documents().size() >= Limits.DOCUMENTS || number > Limits.DOCUMENTS) {
                report(
                        unnamed("#" + number),
                        piece.line(),
                        1,
                        "more than " + Limits.DOCUMENTS + " documents",
                        "what follows is not read",
                        "split the text into files");
                return;
            }
            piece(piece, number++);
        }
    }

    private void piece(Piece piece, int number) {
        if (Limits.exceeds(piece.text(), Limits.DOCUMENT_BYTES)) {
            tooLong(
                    piece.line(),
                    "a document",
                    Limits.DOCUMENT_BYTES,
                    "the API server does not take a request of that size",
                    "move the data out of the object");
            return;
        }
        try {
            ObjectRef unnamed = unnamed("#" + number);
            nodes(piece).forEach(node -> roots.read(node, unnamed));
        } catch (SyntaxFault e) {
            report(UnreadName.of(piece, number), e.line(), e.column(), e.found(), e.why(), e.fix());
        } catch (RuntimeException e) {
            report(
                    UnreadName.of(piece, number),
                    piece.line(),
                    1,
                    "a document that cannot be read",
                    "the reader failed on it: " + Quoted.plain(e.toString()),
                    "report this as a fault of the reader");
        }
    }

    private List<Node> nodes(Piece piece) throws SyntaxFault {
        if (!piece.looksLikeJson()) {
            return YamlNodes.of(piece, tabs);
        }
        try {
            return JsonNodes.of(piece);
        } catch (SyntaxFault json) {
            return flowStyle(piece, json);
        }
    }

    /** What begins with a brace may also be YAML in its flow style. */
    private List<Node> flowStyle(Piece piece, SyntaxFault json) throws SyntaxFault {
        try {
            return YamlNodes.of(piece, tabs);
        } catch (SyntaxFault yaml) {
            String inside = piece.text().stripLeading().substring(1).stripLeading();
            throw inside.startsWith("\"") || inside.startsWith("}") ? json : yaml;
        }
    }

    private void tooLong(int line, String what, int limit, String why, String fix) {
        diagnostics.add(
                Faults.error(unnamed("at line " + line), RULE, "", what + " of more than " + limit + " bytes", why, fix)
                        .refused("RequestEntityTooLarge", "")
                        .at(new Position(source, line, 1)));
    }

    private void report(ObjectRef object, int line, int column, String found, String why, String fix) {
        diagnostics.add(Faults.error(object, RULE, "", found, why, fix).at(new Position(source, line, column)));
    }

    private static ObjectRef unnamed(String name) {
        return ObjectRef.of("Document", null, name);
    }
}
