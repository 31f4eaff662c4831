package dev.ordinal.core.manifest;

import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.graph.Reference;
import dev.ordinal.core.graph.ResourceGraph;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Collects what must exist beforehand: unresolved references that are not optional, and storage classes. */
final class Prerequisites {
    private static final Set<String> EXIST_BEFOREHAND =
            Set.of("Secret", "ConfigMap", "PersistentVolumeClaim", "ServiceAccount", "Role", "ClusterRole");

    private final Map<ObjectRef, Set<String>> keys = new TreeMap<>();
    private final Map<ObjectRef, Set<ObjectRef>> users = new TreeMap<>();

    private Prerequisites() {}

    static List<Prerequisite> of(ResourceGraph graph) {
        Prerequisites found = new Prerequisites();
        Set<ObjectRef> made = SecretMakers.secrets(graph);
        graph.references().stream()
                .filter(reference -> !reference.optional()
                        && EXIST_BEFOREHAND.contains(reference.to().kind()))
                .filter(reference -> graph.find(reference.to()).isEmpty() && !made.contains(reference.to()))
                .forEach(found::add);
        graph.all(io.fabric8.kubernetes.api.model.apps.StatefulSet.class)
                .filter(set ->
                        set.get().getSpec() != null && set.get().getSpec().getVolumeClaimTemplates() != null)
                .forEach(set -> set.get()
                        .getSpec()
                        .getVolumeClaimTemplates()
                        .forEach(claim -> found.addClass(set.object(), claim)));
        List<Prerequisite> list = new ArrayList<>();
        found.users.forEach((object, users) -> list.add(
                new Prerequisite(object, List.copyOf(found.keys.getOrDefault(object, Set.of())), List.copyOf(users))));
        return list;
    }

    private void add(Reference reference) {
        use(reference.to(), reference.from().object());
        reference.key().ifPresent(key -> keys.computeIfAbsent(reference.to(), k -> new TreeSet<>())
                .add(key));
    }

    private void addClass(ObjectRef set, PersistentVolumeClaim claim) {
        String storageClass = claim == null || claim.getSpec() == null
                ? null
                : claim.getSpec().getStorageClassName();
        if (storageClass != null && !storageClass.isEmpty()) {
            use(ObjectRef.of("StorageClass", null, storageClass), set);
        }
    }

    private void use(ObjectRef object, ObjectRef user) {
        users.computeIfAbsent(object, k -> new TreeSet<>()).add(user);
    }
}
