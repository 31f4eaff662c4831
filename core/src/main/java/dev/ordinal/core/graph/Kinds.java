package dev.ordinal.core.graph;

import io.fabric8.kubernetes.api.model.HasMetadata;
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
        this.all = List.copyOf(all);
        for (Located<HasMetadata> object : all) {
            Grouped.add(byClass, object.get().getClass(), object);
        }
        freeze(byClass);
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
                Grouped.add(known, ResourceGraph.normal(object.object().namespace()), object);
            }
            freeze(known);
            byNamespace.put(kind, known);
        }
        return (List<Located<T>>) (List<?>) known.getOrDefault(ResourceGraph.normal(namespace), List.of());
    }

    private static <K> void freeze(Map<K, List<Located<HasMetadata>>> lists) {
        for (Map.Entry<K, List<Located<HasMetadata>>> entry : lists.entrySet()) {
            entry.setValue(List.copyOf(entry.getValue()));
        }
    }

    private List<Located<HasMetadata>> instances(Class<?> kind) {
        if (kind == HasMetadata.class) {
            return all;
        }
        List<Located<HasMetadata>> found = List.of();
        for (Map.Entry<Class<?>, List<Located<HasMetadata>>> one : byClass.entrySet()) {
            if (kind.isAssignableFrom(one.getKey())) {
                if (!found.isEmpty()) {
                    return all.stream()
                            .filter(object -> kind.isInstance(object.get()))
                            .toList();
                }
                found = one.getValue();
            }
        }
        return found;
    }
}
