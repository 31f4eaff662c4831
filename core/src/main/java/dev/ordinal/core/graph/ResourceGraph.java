package dev.ordinal.core.graph;

import dev.ordinal.core.diagnostic.ObjectRef;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Kubernetes objects in order, with look-ups and the references between them. The claims that the controller will create
 * are in it too: found and referred to like all else, but not among {@link #objects()}, because nobody declares them.
 */
public final class ResourceGraph {
    private final List<HasMetadata> objects;
    private final List<Located<HasMetadata>> located;
    private final List<PersistentVolumeClaim> claims;
    private final Map<String, Located<HasMetadata>> byName = new LinkedHashMap<>();
    private final List<Workload> workloads;
    private final Set<String> unread;
    private @Nullable List<Reference> references;

    private ResourceGraph(List<? extends HasMetadata> objects, Collection<ObjectRef> unread) {
        this.unread = unread.stream().map(ResourceGraph::key).collect(Collectors.toSet());
        this.objects = List.copyOf(objects);
        this.located = this.objects.stream()
                .map(object -> Located.root(refOf(object), object))
                .toList();
        this.workloads = located.stream().flatMap(o -> Workload.of(o).stream()).toList();
        this.claims = all(StatefulSet.class).flatMap(Claims::of).toList();
        located.forEach(object -> byName.putIfAbsent(key(object.object()), object));
        for (PersistentVolumeClaim claim : claims) {
            byName.putIfAbsent(key(refOf(claim)), Located.root(refOf(claim), claim));
        }
    }

    /** A graph of these objects, in this order. */
    public static ResourceGraph of(List<? extends HasMetadata> objects) {
        return of(objects, List.of());
    }

    /**
     * A graph of these objects, in this order.
     *
     * @param unread the names of objects that are there too, but could not be read as objects of the model
     */
    public static ResourceGraph of(List<? extends HasMetadata> objects, Collection<ObjectRef> unread) {
        return new ResourceGraph(objects, unread);
    }

    /** The declared objects, in order. */
    public List<HasMetadata> objects() {
        return objects;
    }

    /** The claims that the controller will create: one for each claim template and ordinal of every StatefulSet. */
    public List<PersistentVolumeClaim> claims() {
        return claims;
    }

    /** The declared objects of a kind, in order. */
    public <T extends HasMetadata> Stream<Located<T>> all(Class<T> kind) {
        return located.stream().filter(o -> kind.isInstance(o.get())).map(o -> o.map(kind::cast));
    }

    /** The object of that kind and name; a namespace that is not written means {@code default}, as for kubectl. */
    public <T extends HasMetadata> Optional<Located<T>> find(Class<T> kind, @Nullable String namespace, String name) {
        return find(ObjectRef.of(HasMetadata.getKind(kind), namespace, name)).map(o -> o.map(kind::cast));
    }

    /** The object of that name, declared or to be created by the controller. */
    public Optional<Located<HasMetadata>> find(ObjectRef ref) {
        return Optional.ofNullable(byName.get(key(ref)));
    }

    /** Whether an object of that name is there but could not be read, so that nothing can be said of what refers to it. */
    public boolean isUnread(ObjectRef ref) {
        return unread.contains(key(ref));
    }

    /** Everything that makes pods, in order. */
    public List<Workload> workloads() {
        return workloads;
    }

    /** The workloads of a namespace. */
    public Stream<Workload> workloadsIn(@Nullable String namespace) {
        return workloads.stream().filter(w -> sameNamespace(w.ref().namespace(), namespace));
    }

    /** The stable identities of a StatefulSet's pods, in ordinal order. */
    public List<Member> members(StatefulSet set) {
        return Member.of(set);
    }

    /** Every arrow, in the order of the objects that they start from. */
    public List<Reference> references() {
        if (references == null) {
            List<Reference> found = new ArrayList<>();
            located.forEach(object -> References.of(this, object).forEach(found::add));
            references = List.copyOf(found);
        }
        return references;
    }

    /** The arrows of one meaning. */
    public Stream<Reference> references(Relation relation) {
        return references().stream().filter(r -> r.relation() == relation);
    }

    /** The name of an object. */
    public static ObjectRef refOf(HasMetadata object) {
        String kind = object.getKind() == null ? object.getClass().getSimpleName() : object.getKind();
        return object.getMetadata() == null
                ? ObjectRef.of(kind, null, "")
                : ObjectRef.of(
                        kind,
                        object.getMetadata().getNamespace(),
                        object.getMetadata().getName() == null
                                ? ""
                                : object.getMetadata().getName());
    }

    /** Whether two written namespaces mean the same one; none written means {@code default}. */
    public static boolean sameNamespace(@Nullable String one, @Nullable String other) {
        return normal(one).equals(normal(other));
    }

    private static String normal(@Nullable String namespace) {
        return namespace == null || namespace.isEmpty() ? "default" : namespace;
    }

    private static String key(ObjectRef ref) {
        return ref.kind() + "|" + normal(ref.namespace()) + "|" + ref.name();
    }
}
