package dev.ordinal.core.graph;

import dev.ordinal.core.diagnostic.ObjectRef;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The workloads of a graph by name, by namespace and by label, so that a selector need not be held against each of them. */
final class Workloads {
    /** So many are looked through faster than an index is made. */
    private static final int FEW = 8;

    private final List<Workload> all;
    private final List<Workload> sets;
    private final Map<String, List<Workload>> byNamespace = new HashMap<>();
    private final Map<ObjectRef, List<Workload>> byName = new HashMap<>();
    private final Map<String, Map<Map.Entry<String, String>, List<Workload>>> byLabel = new ConcurrentHashMap<>();

    Workloads(List<Located<HasMetadata>> objects) {
        List<Workload> found = new ArrayList<>();
        List<Workload> foundSets = new ArrayList<>();
        for (Located<HasMetadata> object : objects) {
            Workload workload = Workload.of(object);
            if (workload != null) {
                found.add(workload);
                if (workload.isStatefulSet()) {
                    foundSets.add(workload);
                }
            }
        }
        all = List.copyOf(found);
        sets = List.copyOf(foundSets);
        for (Workload workload : all) {
            if (!workload.ref().name().isEmpty()) {
                Grouped.add(byName, ResourceGraph.key(workload.ref()), workload);
            }
            Grouped.add(byNamespace, ResourceGraph.normal(workload.ref().namespace()), workload);
        }
    }

    List<Workload> all() {
        return all;
    }

    List<Workload> statefulSets() {
        return sets;
    }

    List<Workload> in(@Nullable String namespace) {
        return Collections.unmodifiableList(byNamespace.getOrDefault(ResourceGraph.normal(namespace), List.of()));
    }

    List<Workload> named(ObjectRef ref) {
        return Collections.unmodifiableList(byName.getOrDefault(ResourceGraph.key(ref), List.of()));
    }

    /**
     * The workloads of a namespace that can carry all these labels, in order: every one that does, and perhaps others. Labels
     * that controllers add are in no template, so they narrow nothing down.
     */
    List<Workload> carrying(@Nullable String namespace, Map<String, String> labels) {
        List<Workload> candidates = in(namespace);
        if (candidates.size() <= FEW) {
            return candidates;
        }
        Map<Map.Entry<String, String>, List<Workload>> index = index(ResourceGraph.normal(namespace), candidates);
        for (Map.Entry<String, String> label : labels.entrySet()) {
            List<Workload> carriers = index.getOrDefault(label, List.of());
            if (carriers.size() < candidates.size() && !PodLabels.mayBeAdded(label)) {
                candidates = carriers;
            }
        }
        return candidates;
    }

    private Map<Map.Entry<String, String>, List<Workload>> index(String namespace, List<Workload> workloads) {
        Map<Map.Entry<String, String>, List<Workload>> known = byLabel.get(namespace);
        if (known == null) {
            known = new HashMap<>();
            for (Workload workload : workloads) {
                for (Map.Entry<String, String> label : workload.labels().entrySet()) {
                    Grouped.add(known, label, workload);
                }
            }
            byLabel.put(namespace, known);
        }
        return known;
    }
}
