package dev.ordinal.core.manifest;

import dev.ordinal.core.diagnostic.ObjectRef;
import java.util.List;

/**
 * Something that the manifest refers to and does not hold: it must exist in the cluster before the manifest is applied.
 *
 * @param object what must exist; a StorageClass has no namespace
 * @param keys the keys that are read from a Secret or ConfigMap, sorted; empty when it is used as a whole
 * @param usedBy the objects that refer to it, sorted
 */
public record Prerequisite(ObjectRef object, List<String> keys, List<ObjectRef> usedBy) {
    /** One line, such as {@code Secret shop/orders-db-auth (keys: password), for StatefulSet shop/orders-db}. */
    @Override
    public String toString() {
        String read = keys.isEmpty() ? "" : " (keys: " + String.join(", ", keys) + ")";
        List<String> users = usedBy.stream().map(ObjectRef::toString).toList();
        return object + read + ", for " + String.join(", ", users);
    }
}
