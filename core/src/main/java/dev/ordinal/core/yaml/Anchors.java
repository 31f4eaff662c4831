package dev.ordinal.core.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.NodeEvent;

/**
 * The anchors of one document with what their nodes would take if every alias were written out. Nodes are shared, so
 * an alias costs nothing here, but each later walk visits it anew: that is what is bounded.
 */
final class Anchors {
    private final Map<String, Anchored> byName = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private int size;
    private int aliased;

    private record Anchored(Node node, int size, int depth) {}

    /** Counts a node, and says how many were before it. */
    int begin(NodeEvent event) {
        event.getAnchor().ifPresent(anchor -> open.add(anchor.getValue()));
        return size++;
    }

    void end(NodeEvent event, Node node, int before) {
        event.getAnchor().ifPresent(anchor -> {
            open.remove(anchor.getValue());
            byName.put(anchor.getValue(), new Anchored(node, size - before, depth(node)));
        });
    }

    Node get(String name, int depth, int line, int column) throws SyntaxFault {
        Anchored anchored = byName.get(name);
        if (anchored == null) {
            throw missing(name, line, column);
        } else if (depth + anchored.depth() > Limits.DEPTH) {
            throw YamlNodes.tooDeep(line, column);
        }
        count(anchored.size(), line, column);
        return anchored.node();
    }

    private void count(int values, int line, int column) throws SyntaxFault {
        size += values;
        aliased += values;
        if (aliased > Limits.ALIASED) {
            throw new SyntaxFault(
                    line,
                    column,
                    "aliases that stand for more than " + Limits.ALIASED + " values",
                    "a few lines would fill the memory of whoever reads them, so the API server refuses such texts",
                    "write the values out, or use fewer aliases of aliases");
        }
    }

    private SyntaxFault missing(String name, int line, int column) {
        boolean itself = open.contains(name);
        return new SyntaxFault(
                line,
                column,
                Quoted.of("*" + name),
                itself
                        ? "the alias stands inside of what it stands for, which has no end"
                        : "an alias repeats what an anchor named before it, and there is no \"&" + name + "\" above",
                itself
                        ? "write the value out instead of the alias"
                        : "put quotes around it if it is meant as text, or write the value out");
    }

    /** Adds what {@code <<} brings to a mapping, under its own keys: those that are written win, and of the merged the first. */
    void merge(List<Node.Entry> entries, List<Node> merged, int line, int column) throws SyntaxFault {
        Set<String> written = new HashSet<>();
        entries.forEach(entry -> written.add(entry.name()));
        for (Node source : sources(merged)) {
            if (!(source instanceof Node.Fields fields)) {
                throw new SyntaxFault(
                        source.line(),
                        source.column(),
                        "\"<<\" with something else than a map",
                        "\"<<\" takes over the keys of another map, so only an alias of a map can stand there",
                        "write the keys out");
            }
            count(fields.entries().size(), line, column);
            fields.entries().stream().filter(entry -> written.add(entry.name())).forEach(entries::add);
        }
    }

    private static List<Node> sources(List<Node> merged) {
        List<Node> sources = new ArrayList<>();
        for (Node node : merged) {
            if (node instanceof Node.Items items) {
                sources.addAll(items.items());
            } else {
                sources.add(node);
            }
        }
        return sources;
    }

    /** Walks every alias again, which is why it is asked only after the number of values was bounded. */
    private static int depth(@Nullable Node node) {
        int below = 0;
        if (node instanceof Node.Items items) {
            for (Node item : items.items()) {
                below = Math.max(below, 1 + depth(item));
            }
        } else if (node instanceof Node.Fields fields) {
            for (Node.Entry entry : fields.entries()) {
                below = Math.max(below, 1 + depth(entry.value()));
            }
        }
        return below;
    }
}
