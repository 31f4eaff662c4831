package dev.ordinal.core.admission;

import dev.ordinal.core.admission.PodSecurity.Level;
import dev.ordinal.core.graph.Workload;
import dev.ordinal.core.yaml.Trees;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Answers what rules ask about Pod Security Standards; they may not look into admission themselves. */
public final class PodLevels {
    private static final Set<String> LEVELS = Set.of("baseline", "restricted");

    private PodLevels() {}

    /** The checks of a level that the pods of a workload fail; none for a word that is no level. */
    public static List<String> violations(Workload workload, String level) {
        Map<String, String> annotations = workload.template()
                .field("metadata", PodTemplateSpec::getMetadata)
                .field("annotations", ObjectMeta::getAnnotations)
                .or(Map.of());
        return LEVELS.contains(level) && workload.pod().isPresent()
                ? PodSecurity.of(Trees.of(workload.pod().get()), annotations)
                        .violations(Level.valueOf(level.toUpperCase(Locale.ROOT)))
                : List.of();
    }
}
