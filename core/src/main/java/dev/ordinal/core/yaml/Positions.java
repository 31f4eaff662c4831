package dev.ordinal.core.yaml;

import dev.ordinal.core.diagnostic.Position;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where each path of a document stands: fields and map entries at their key, items where they begin, the object itself
 * at its first key. Most documents are never asked, so the paths are only spelled on the first question.
 */
final class Positions extends AbstractMap<String, Position> {
    private final Node.Fields root;
    private final Shape shape;
    private final String source;
    private @Nullable Map<String, Position> places;

    Positions(Node.Fields root, Shape shape, String source) {
        this.root = root;
        this.shape = shape;
        this.source = source;
    }

    @Override
    public Set<Entry<String, Position>> entrySet() {
        return places().entrySet();
    }

    @Override
    public @Nullable Position get(Object path) {
        return places().get(path);
    }

    @Override
    public boolean containsKey(Object path) {
        return places().containsKey(path);
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    private synchronized Map<String, Position> places() {
        Map<String, Position> known = places;
        if (known == null) {
            known = new HashMap<>();
            known.put("", position(root));
            collect(root, shape, new Path(), known);
            places = known;
        }
        return known;
    }

    private void collect(Node node, Shape shape, Path path, Map<String, Position> into) {
        if (node instanceof Node.Fields fields) {
            for (Node.Entry entry : fields.entries()) {
                int before = shape instanceof Shape.MapOf ? path.key(entry.name()) : path.field(entry.name());
                into.put(path.toString(), position(entry));
                collect(entry.value(), below(shape, entry.name()), path, into);
                path.back(before);
            }
        } else if (node instanceof Node.Items items) {
            Shape item = shape instanceof Shape.ListOf list ? list.item() : Shape.Leaf.ANY;
            int index = 0;
            for (Node child : items.items()) {
                int before = path.item(index++);
                into.put(path.toString(), position(child));
                collect(child, item, path, into);
                path.back(before);
            }
        }
    }

    private static Shape below(Shape shape, String name) {
        if (shape instanceof Shape.MapOf map) {
            return map.value();
        }
        PropertyTable.Property property =
                shape instanceof Shape.ModelOf model ? model.table().property(name) : null;
        return property == null ? Shape.Leaf.ANY : property.shape();
    }

    private Position position(Placed place) {
        return new Position(source, place.line(), place.column());
    }
}
