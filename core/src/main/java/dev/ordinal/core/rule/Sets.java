package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.ObjectRef;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.Member;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetOrdinals;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** StatefulSets as rules look at them, with the API server's defaults. */
final class Sets {
    private Sets() {}

    static Stream<Workload> of(ResourceGraph graph) {
        return graph.workloads().stream().filter(w -> w.statefulSet().isPresent());
    }

    static Located<StatefulSetSpec> spec(Workload set) {
        return set.statefulSet().orElseThrow().field("spec", StatefulSet::getSpec);
    }

    static int replicas(Workload set) {
        return spec(set).field("replicas", StatefulSetSpec::getReplicas).or(1);
    }

    /** The ordinal of its first pod. */
    static long first(Workload set) {
        return spec(set)
                .map(StatefulSetSpec::getOrdinals)
                .map(StatefulSetOrdinals::getStart)
                .or(0);
    }

    static Located<String> serviceName(Workload set) {
        return spec(set).field("serviceName", StatefulSetSpec::getServiceName);
    }

    /** The Service that its serviceName names, if the manifest has it. */
    static Optional<Located<Service>> governing(ResourceGraph graph, Workload set) {
        String name = serviceName(set).or("");
        return name.isEmpty()
                ? Optional.empty()
                : graph.find(Service.class, set.ref().namespace(), name);
    }

    /** The name of the Service that its serviceName means. */
    static ObjectRef governingRef(Workload set) {
        return ObjectRef.of("Service", set.ref().namespace(), serviceName(set).or(""));
    }

    /** The address that its first pod would have under a Service: {@code orders-db-0.orders-db-headless}. */
    static String firstAddress(Workload set, String service) {
        int start = spec(set)
                .map(StatefulSetSpec::getOrdinals)
                .map(o -> o.getStart())
                .or(0);
        return new Member(set.ref().name(), null, service, start).dns();
    }

    static Located<String> name(Located<PersistentVolumeClaim> template) {
        return template.field("metadata", PersistentVolumeClaim::getMetadata).field("name", ObjectMeta::getName);
    }

    /** The labels to select its pods by: those of its own selector, or else of the template. */
    static Map<String, String> identity(Workload set) {
        Map<String, String> labels =
                set.selector().map(LabelSelector::getMatchLabels).or(Map.of());
        return labels.isEmpty() ? set.labels() : labels;
    }
}
