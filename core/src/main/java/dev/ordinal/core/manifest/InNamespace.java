package dev.ordinal.core.manifest;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.yaml.DeepCopy;
import dev.ordinal.core.yaml.Document;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespaced;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the documents that say no namespace into one, as {@code kubectl -n} does. */
final class InNamespace {
    private final String namespace;
    private final Map<ObjectRef, ObjectRef> moved = new HashMap<>();

    InNamespace(String namespace) {
        this.namespace = namespace;
    }

    List<Document> moved(List<Document> documents) {
        return documents.stream().map(this::moved).toList();
    }

    /** The same findings, about the objects where they are now. */
    List<Diagnostic> told(List<Diagnostic> findings) {
        return findings.stream()
                .map(finding -> finding.about(moved.getOrDefault(finding.object(), finding.object())))
                .toList();
    }

    private Document moved(Document document) {
        HasMetadata model = document.model();
        if (!(model instanceof Namespaced) || document.ref().namespace() != null) {
            return document;
        }
        ObjectRef ref =
                ObjectRef.of(document.ref().kind(), namespace, document.ref().name());
        moved.put(document.ref(), ref);
        HasMetadata copy = DeepCopy.of(model);
        if (copy.getMetadata() != null) {
            copy.getMetadata().setNamespace(namespace);
        }
        return new Document(ref, placed(document.tree()), copy, document.positions());
    }

    private Map<String, @Nullable Object> placed(Map<String, @Nullable Object> tree) {
        Map<String, @Nullable Object> placed = new LinkedHashMap<>(tree);
        Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
        if (tree.get("metadata") instanceof Map<?, ?> written) {
            written.forEach((key, value) -> metadata.put(String.valueOf(key), value));
        }
        metadata.put("namespace", namespace);
        placed.put("metadata", metadata);
        return placed;
    }
}
