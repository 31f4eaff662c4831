package dev.ordinal.core.yaml;

import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.diagnostic.Position;
import dev.ordinal.core.graph.ResourceGraph;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One object twice: as the plain tree that the API server gets, and as an object of the model where it could be read as one.
 *
 * @param ref the object's name
 * @param tree what is written: maps, lists, texts, numbers, booleans and nulls
 * @param model the typed object; null when a fault in the tree stood in the way
 * @param positions where each path stands in the text that was read; empty for what was made in Java
 */
public record Document(
        ObjectRef ref,
        Map<String, @Nullable Object> tree,
        @Nullable HasMetadata model,
        Map<String, Position> positions) {
    /** The document of an object that was made in Java. */
    public static Document of(HasMetadata object) {
        return new Document(ResourceGraph.refOf(object), Trees.of(object), object, Map.of());
    }

    /** The typed object, if the tree could be read as one. */
    public Optional<HasMetadata> object() {
        return Optional.ofNullable(model);
    }

    /** Where a path stands; the nearest place above it where the path itself is not written. */
    public Optional<Position> position(String path) {
        if (positions.isEmpty()) {
            return Optional.empty();
        }
        for (String place = path; !place.isEmpty(); place = parent(place)) {
            Position position = positions.getOrDefault(place, positions.get(withKey(place)));
            if (position != null) {
                return Optional.of(position);
            }
        }
        return Optional.ofNullable(positions.get(""));
    }

    /** The entry of a map such as {@code requests.storage} as it is spelled when its key is told from the fields of the model. */
    private static String withKey(String path) {
        String parent = parent(path);
        return path.startsWith(".", parent.length()) ? parent + "[" + path.substring(parent.length() + 1) + "]" : path;
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
    }
}
