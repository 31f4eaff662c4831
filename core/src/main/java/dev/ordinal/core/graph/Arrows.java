package dev.ordinal.core.graph;

import dev.ordinal.core.diagnostic.ObjectRef;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The arrows of a graph by their meaning and by their ends. */
final class Arrows {
    private final List<Reference> all = new ArrayList<>();
    private final Map<Relation, List<Reference>> byRelation = new EnumMap<>(Relation.class);
    private final Map<ObjectRef, List<Reference>> byStart = new HashMap<>();
    /** Made on the first question: nearly everybody asks where arrows start. */
    private volatile @Nullable Map<ObjectRef, List<Reference>> byEnd;

    Arrows(ResourceGraph graph, List<Located<HasMetadata>> objects) {
        List<Workload> workloads = graph.workloads();
        int next = 0;
        for (Located<HasMetadata> object : objects) {
            References.of(graph, object, all);
            if (next < workloads.size() && workloads.get(next).owner() == object) {
                PodReferences.of(workloads.get(next++), all);
            }
        }
        for (Reference arrow : all) {
            Grouped.add(byRelation, arrow.relation(), arrow);
            Grouped.add(byStart, arrow.from().object(), arrow);
        }
    }

    List<Reference> all() {
        return Collections.unmodifiableList(all);
    }

    List<Reference> of(Relation relation) {
        return Collections.unmodifiableList(byRelation.getOrDefault(relation, List.of()));
    }

    List<Reference> from(ObjectRef object) {
        return Collections.unmodifiableList(byStart.getOrDefault(object, List.of()));
    }

    List<Reference> to(ObjectRef object) {
        Map<ObjectRef, List<Reference>> known = byEnd;
        if (known == null) {
            known = new HashMap<>();
            for (Reference arrow : all) {
                Grouped.add(known, arrow.to(), arrow);
            }
            byEnd = known;
        }
        return Collections.unmodifiableList(known.getOrDefault(object, List.of()));
    }
}
