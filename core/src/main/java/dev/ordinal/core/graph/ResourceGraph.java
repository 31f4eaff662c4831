package dev.ordinal.core.graph;

import dev.ordinal.core.diagnostic.ObjectRef;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Kubernetes objects in order, with look-ups and the references between them. The claims that the controller will create
 * are in it too: found and referred to like all else, but not among {@link #objects()}, because nobody declares them.
 */
public final class ResourceGraph {
    private static final String MODEL = "io.fabric8.kubernetes.api.model.";

    private final List<HasMetadata> objects;
    private final Kinds kinds;
    private final Map<ObjectRef, Located<HasMetadata>> byName = new HashMap<>();
    private final Workloads workloads;
    private boolean hasNamesakes;
    private final Set<ObjectRef> unread;
    private final Map<Class<?>, Object> kept = new ConcurrentHashMap<>();

    private ResourceGraph(List<? extends HasMetadata> objects, Collection<ObjectRef> unread) {
        this.unread = unread.isEmpty()
                ? Set.of()
                : unread.stream().map(ResourceGraph::key).collect(Collectors.toSet());
        this.objects = List.copyOf(objects);
        List<Located<HasMetadata>> located = new ArrayList<>(objects.size());
        for (HasMetadata object : objects) {
            Located<HasMetadata> one = Located.root(refOf(object), object);
            located.add(one);
            if (!one.object().name().isEmpty()) {
                hasNamesakes |= byName.putIfAbsent(key(one.object()), one) != null;
            }
        }
        this.kinds = new Kinds(located);
        this.workloads = new Workloads(located);
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
        return controllersClaims().all();
    }

    /** The declared objects of a kind, in order. */
    public <T extends HasMetadata> Stream<Located<T>> all(Class<T> kind) {
        return objects(kind).stream();
    }

    /** The declared objects of a kind, in order, as a list. */
    public <T extends HasMetadata> List<Located<T>> objects(Class<T> kind) {
        return kinds.of(kind);
    }

    /** The declared objects of a kind in a namespace, in order. */
    public <T extends HasMetadata> List<Located<T>> objects(Class<T> kind, @Nullable String namespace) {
        return kinds.of(kind, namespace);
    }

    /** The object of that kind and name; a namespace that is not written means {@code default}, as for kubectl. */
    public <T extends HasMetadata> Optional<Located<T>> find(Class<T> kind, @Nullable String namespace, String name) {
        Optional<Located<HasMetadata>> found = find(ObjectRef.of(nameOf(kind), namespace, name));
        return found.isPresent() && kind.isInstance(found.get().get())
                ? Optional.of(found.get().as(kind))
                : Optional.empty();
    }

    /** Only kinds of others have another name than their class; asking for it reads all annotations of a class. */
    private static String nameOf(Class<? extends HasMetadata> kind) {
        return kind.getName().startsWith(MODEL) ? kind.getSimpleName() : HasMetadata.getKind(kind);
    }

    /** The object of that name, declared or to be created by the controller; one without a name is found by none. */
    public Optional<Located<HasMetadata>> find(ObjectRef ref) {
        Located<HasMetadata> declared = byName.get(key(ref));
        return declared == null && ref.kind().equals("PersistentVolumeClaim")
                ? controllersClaims().named(key(ref))
                : Optional.ofNullable(declared);
    }

    /** Whether two declared objects of one kind have the same name in the same namespace. */
    public boolean hasNamesakes() {
        return hasNamesakes;
    }

    /** Whether an object of that name is there but could not be read, so that nothing can be said of what refers to it. */
    public boolean isUnread(ObjectRef ref) {
        return unread.contains(key(ref));
    }

    /** Everything that makes pods, in order. */
    public List<Workload> workloads() {
        return workloads.all();
    }

    /** The workloads that are StatefulSets, in order. */
    public List<Workload> statefulSets() {
        return workloads.statefulSets();
    }

    /** The workloads of a namespace. */
    public List<Workload> workloadsIn(@Nullable String namespace) {
        return workloads.in(namespace);
    }

    /**
     * The workloads of that name: one, or none, or several where names clash; a namespace that is not written means
     * {@code default}.
     */
    public List<Workload> workloads(ObjectRef ref) {
        return workloads.named(ref);
    }

    /** The workloads of a namespace of whose pods a Service with this selector selects at least one, in order. */
    public List<Workload> selectedBy(@Nullable String namespace, Map<String, String> selector) {
        List<Workload> selected = new ArrayList<>(1);
        for (Workload workload : workloads.carrying(namespace, selector)) {
            if (workload.isSelectedBy(selector)) {
                selected.add(workload);
            }
        }
        return selected;
    }

    /** The workloads of a namespace whose pods a label selector selects by their template's labels, in order. */
    public List<Workload> selectedBy(@Nullable String namespace, @Nullable LabelSelector selector) {
        Map<String, String> labels = selector == null ? null : selector.getMatchLabels();
        List<Workload> selected = new ArrayList<>(1);
        for (Workload workload : workloads.carrying(namespace, labels == null ? Map.of() : labels)) {
            if (Selectors.selects(selector, workload.labels())) {
                selected.add(workload);
            }
        }
        return selected;
    }

    /** The stable identities of a StatefulSet's pods, in ordinal order. */
    public List<Member> members(StatefulSet set) {
        return Member.of(set);
    }

    /** Every arrow, in the order of the objects that they start from. */
    public List<Reference> references() {
        return arrows().all();
    }

    /** The arrows of one meaning. */
    public List<Reference> references(Relation relation) {
        return arrows().of(relation);
    }

    /** The arrows that start from an object, in order. */
    public List<Reference> referencesFrom(ObjectRef object) {
        return arrows().from(object);
    }

    /** The arrows that lead to an object, in order. */
    public List<Reference> referencesTo(ObjectRef object) {
        return arrows().to(object);
    }

    private Arrows arrows() {
        Arrows known = kept(Arrows.class);
        return known == null ? keep(new Arrows(this, kinds.of(HasMetadata.class))) : known;
    }

    private Claims controllersClaims() {
        Claims known = kept(Claims.class);
        return known == null ? keep(new Claims(this)) : known;
    }

    /**
     * What was worked out of this graph and kept, because it is asked for again and again; null on the first question.
     *
     * @param kind the class of the answer, of which there is one a graph
     */
    public <T> @Nullable T kept(Class<T> kind) {
        return kind.cast(kept.get(kind));
    }

    /** Keeps what was worked out of this graph for the next who asks. */
    public <T> T keep(T answer) {
        kept.put(answer.getClass(), answer);
        return answer;
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

    static String normal(@Nullable String namespace) {
        return namespace == null || namespace.isEmpty() ? "default" : namespace;
    }

    /** The same for two names that mean one object. */
    static ObjectRef key(ObjectRef ref) {
        return ref.namespace() == null ? new ObjectRef(ref.kind(), "default", ref.name()) : ref;
    }
}
