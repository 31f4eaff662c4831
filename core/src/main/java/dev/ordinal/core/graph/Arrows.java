package dev.ordinal.core.graph;

import dev.ordinal.core.diagnostic.ObjectRef;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The arrows of a graph by their meaning and by their ends. */
final class Arrows {
    private final List<Reference> all = new ArrayList<>();
    private final Map<Relation, List<Reference>> byRelation = new EnumMap<>(Relation.class);
    private final Map<ObjectRef, List<Reference>> byStart = new HashMap<>();
    private final Map<ObjectRef, List<Reference>> byEnd = new HashMap<>();

    Arrows(ResourceGraph graph, List<Located<HasMetadata>> objects) {
        for (Located<HasMetadata> object : objects) {
            References.of(graph, object).forEach(this::add);
        }
    }

    private void add(Reference arrow) {
        all.add(arrow);
        byRelation.computeIfAbsent(arrow.relation(), r -> new ArrayList<>()).add(arrow);
        byStart.computeIfAbsent(arrow.from().object(), o -> new ArrayList<>()).add(arrow);
        byEnd.computeIfAbsent(arrow.to(), o -> new ArrayList<>()).add(arrow);
    }

    List<Reference> all() {
        return Collections.unmodifiableList(all);
    }

    List<Reference> of(Relation relation) {
        return byRelation.getOrDefault(relation, List.of());
    }

    List<Reference> from(ObjectRef object) {
        return byStart.getOrDefault(object, List.of());
    }

    List<Reference> to(ObjectRef object) {
        return byEnd.getOrDefault(object, List.of());
    }
}
