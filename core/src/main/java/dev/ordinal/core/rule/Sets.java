package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.Member;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.VolumeResourceRequirements;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetOrdinals;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** StatefulSets as rules look at them, with the API server's defaults. */
final class Sets {
    private Sets() {}

    static Located<StatefulSetSpec> spec(Workload set) {
        return set.statefulSet().step("spec", of(set));
    }

    /** What a set says; it says something, or it would have no pod template. */
    static StatefulSetSpec of(Workload set) {
        return ((StatefulSet) set.owner().get()).getSpec();
    }

    /** Whether members start and stop without waiting for each other. */
    static boolean isParallel(Workload set) {
        return "Parallel".equals(of(set).getPodManagementPolicy());
    }

    static int replicas(Workload set) {
        Integer replicas = of(set).getReplicas();
        return replicas == null ? 1 : replicas;
    }

    /** The ordinal of its first pod. */
    static long first(Workload set) {
        StatefulSetOrdinals ordinals = of(set).getOrdinals();
        return ordinals == null || ordinals.getStart() == null ? 0 : ordinals.getStart();
    }

    static Located<String> serviceName(Workload set) {
        return spec(set).step("serviceName", of(set).getServiceName());
    }

    /** The name of the Service that governs it; empty where none is written. */
    static String service(Workload set) {
        String name = of(set).getServiceName();
        return name == null ? "" : name;
    }

    /** The Service that its serviceName names, if the manifest has it. */
    static @Nullable Located<Service> governing(ResourceGraph graph, Workload set) {
        return Governing.of(graph).services().get(set);
    }

    private record Governing(Map<Workload, Located<Service>> services) {
        static Governing of(ResourceGraph graph) {
            Governing known = graph.kept(Governing.class);
            return known == null ? graph.keep(in(graph)) : known;
        }

        private static Governing in(ResourceGraph graph) {
            Map<Workload, Located<Service>> services = new HashMap<>();
            for (Workload set : graph.statefulSets()) {
                if (!service(set).isEmpty()) {
                    Optional<Located<Service>> service =
                            graph.find(Service.class, set.ref().namespace(), service(set));
                    if (service.isPresent()) {
                        services.put(set, service.get());
                    }
                }
            }
            return new Governing(services);
        }
    }

    /** The name of the Service that its serviceName means. */
    static ObjectRef governingRef(Workload set) {
        return ObjectRef.of("Service", set.ref().namespace(), service(set));
    }

    /** The address that its first pod would have under a Service: {@code orders-db-0.orders-db-headless}. */
    static String firstAddress(Workload set, String service) {
        return new Member(set.ref().name(), null, service, (int) first(set)).dns();
    }

    static Located<String> name(Located<PersistentVolumeClaim> template) {
        return template.field("metadata", PersistentVolumeClaim::getMetadata).field("name", ObjectMeta::getName);
    }

    /** The name of a claim template; null where it has none. */
    static @Nullable String nameOf(Located<PersistentVolumeClaim> template) {
        ObjectMeta metadata = template.get().getMetadata();
        return metadata == null ? null : metadata.getName();
    }

    /** Whether a claim template has that name; one without a name counts as one with an empty name. */
    static boolean hasClaim(Workload set, @Nullable String name) {
        for (Located<PersistentVolumeClaim> template : set.claimTemplates()) {
            String claim = nameOf(template);
            if ((claim == null ? "" : claim).equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** The size that a claim template asks for; null where it asks for none. */
    static @Nullable Quantity size(Located<PersistentVolumeClaim> template) {
        PersistentVolumeClaimSpec spec = template.get().getSpec();
        VolumeResourceRequirements resources = spec == null ? null : spec.getResources();
        Map<String, Quantity> requests = resources == null ? null : resources.getRequests();
        return requests == null ? null : requests.get("storage");
    }

    /** The labels to select its pods by: those of its own selector, or else of the template. */
    static Map<String, String> identity(Workload set) {
        Located<LabelSelector> selector = set.selector();
        Map<String, String> labels = selector.isPresent() ? selector.get().getMatchLabels() : null;
        return labels == null || labels.isEmpty() ? set.labels() : labels;
    }

    /** The labels of some workload of a namespace, as an example of what can be selected. */
    static String anyIdentity(ResourceGraph graph, @Nullable String namespace) {
        return graph.workloadsIn(namespace).stream()
                .map(workload -> Text.labels(identity(workload)))
                .sorted()
                .findFirst()
                .orElse("{}");
    }
}
