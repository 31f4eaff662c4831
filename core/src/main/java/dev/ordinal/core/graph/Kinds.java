package dev.ordinal.core.graph;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The objects of a graph by their kind, and by kind and namespace. */
final class Kinds {
    private final List<Located<HasMetadata>> all;
    private final Map<Class<?>, List<Located<HasMetadata>>> byClass = new HashMap<>();
    private final Map<Class<?>, Map<String, List<Located<HasMetadata>>>> byNamespace = new ConcurrentHashMap<>();

    Kinds(List<Located<HasMetadata>> all) {
        this.all = all;
        for (Located<HasMetadata> object : all) {
            byClass.computeIfAbsent(object.get().getClass(), kind -> new ArrayList<>())
                    .add(object);
        }
    }

    @SuppressWarnings("unchecked") // each of them holds an object of that kind
    <T extends HasMetadata> List<Located<T>> of(Class<T> kind) {
        return (List<Located<T>>) (List<?>) instances(kind);
    }

    @SuppressWarnings("unchecked") // see above
    <T extends HasMetadata> List<Located<T>> of(Class<T> kind, @Nullable String namespace) {
        Map<String, List<Located<HasMetadata>>> known = byNamespace.get(kind);
        if (known == null) {
            known = new HashMap<>();
            for (Located<HasMetadata> object : instances(kind)) {
                known.computeIfAbsent(ResourceGraph.normal(object.object().namespace()), ns -> new ArrayList<>())
                        .add(object);
            }
            byNamespace.put(kind, known);
        }
        return (List<Located<T>>) (List<?>) known.getOrDefault(ResourceGraph.normal(namespace), List.of());
    }

    private List<Located<HasMetadata>> instances(Class<?> kind) {
        if (kind == HasMetadata.class) {
            return all;
        }
        List<Class<?>> classes = new ArrayList<>(1);
        for (Class<?> one : byClass.keySet()) {
            if (kind.isAssignableFrom(one)) {
                classes.add(one);
            }
        }
        return switch (classes.size()) {
            case 0 -> List.of();
            case 1 -> byClass.getOrDefault(classes.get(0), List.of());
            default ->
                all.stream().filter(object -> kind.isInstance(object.get())).toList();
        };
    }
}
