package dev.ordinal.core.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads the documents of one piece of YAML into nodes. Aliases stand for the very node of their anchor. */
final class YamlNodes {
    private final Piece piece;
    private final YamlEvents events;
    private final Anchors anchors = new Anchors();
    private int depth;

    private YamlNodes(Piece piece, YamlEvents events) {
        this.piece = piece;
        this.events = events;
    }

    /** The roots of the piece: one, or none if nothing is in it. */
    static List<Node> of(Piece piece, Tabs tabs) throws SyntaxFault {
        Piece mended = piece;
        while (true) {
            try (YamlEvents events = YamlEvents.of(mended.text())) {
                return new YamlNodes(mended, events).roots();
            } catch (MarkedYamlEngineException e) {
                Optional<Piece> next = tabs.mend(mended, e);
                if (next.isEmpty()) {
                    throw SyntaxHints.of(piece, e);
                }
                mended = next.get();
            } catch (YamlEngineException e) {
                throw SyntaxHints.of(piece, e);
            }
        }
    }

    private List<Node> roots() throws SyntaxFault {
        List<Node> roots = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.StreamEnd; event = events.next()) {
            if (event instanceof NodeEvent node) {
                roots.add(node(node));
            }
        }
        return roots;
    }

    private Node node(NodeEvent event) throws SyntaxFault {
        if (event instanceof AliasEvent alias) {
            return anchors.get(alias.getAlias().getValue(), depth, line(event), column(event));
        }
        int before = anchors.begin(event);
        Node node = event instanceof ScalarEvent scalar ? scalar(scalar) : collection(event);
        anchors.end(event, node, before);
        return node;
    }

    private Node.Scalar scalar(ScalarEvent event) throws SyntaxFault {
        Object value = ScalarTags.value(event, line(event), column(event));
        if (value instanceof Double number && !Double.isFinite(number)) {
            throw new SyntaxFault(
                    line(event),
                    column(event),
                    Quoted.of(event.getValue()),
                    "YAML takes this for a number that JSON cannot hold, and the API server speaks JSON",
                    "put quotes around it if it is meant as text");
        }
        return new Node.Scalar(value, event.getValue(), line(event), column(event));
    }

    private Node collection(NodeEvent event) throws SyntaxFault {
        if (++depth > Limits.DEPTH) {
            throw tooDeep(line(event), column(event));
        }
        Node node = event instanceof MappingStartEvent ? fields(event) : items(event);
        depth--;
        return node;
    }

    private Node items(NodeEvent start) throws SyntaxFault {
        List<Node> items = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            items.add(node((NodeEvent) event));
        }
        return new Node.Items(items, line(start), column(start));
    }

    private Node fields(NodeEvent start) throws SyntaxFault {
        List<Node.Entry> entries = new ArrayList<>();
        List<Node> merged = new ArrayList<>();
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            NodeEvent key = (NodeEvent) event;
            boolean merge = key instanceof ScalarEvent scalar
                    && scalar.isPlain()
                    && scalar.getValue().equals("<<");
            String name = merge ? "" : name(key);
            Node value = node((NodeEvent) events.next());
            if (merge) {
                merged.add(value);
            } else {
                entries.add(new Node.Entry(name, value, line(key), column(key)));
            }
        }
        if (!merged.isEmpty()) {
            anchors.merge(entries, merged, line(start), column(start));
        }
        return new Node.Fields(entries, line(start), column(start));
    }

    private String name(NodeEvent key) throws SyntaxFault {
        String name = null;
        if (key instanceof ScalarEvent || key instanceof AliasEvent) {
            name = node(key) instanceof Node.Scalar scalar ? name(key, scalar) : null;
        }
        if (name == null) {
            throw SyntaxHints.key(piece, line(key), column(key));
        }
        return name;
    }

    private static @Nullable String name(NodeEvent key, Node.Scalar scalar) {
        return key instanceof ScalarEvent event && event.isPlain() && ScalarTags.isPlain(event)
                ? PlainScalar.key(scalar.text()).orElse(null)
                : scalar.value() instanceof String text
                        ? text
                        : PlainScalar.key(scalar.text()).orElse(null);
    }

    static SyntaxFault tooDeep(int line, int column) {
        return new SyntaxFault(
                line,
                column,
                "more than " + Limits.DEPTH + " levels of lists and maps",
                "no Kubernetes object is that deep, and reading on could exhaust the memory",
                "check what made this text");
    }

    private int line(Event event) {
        return piece.line() + event.getStartMark().map(Mark::getLine).orElse(0);
    }

    private int column(Event event) {
        return 1 + event.getStartMark().map(Mark::getColumn).orElse(0);
    }
}
