package dev.ordinal.core.admission;

import dev.ordinal.core.admission.PodSecurity.Level;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.ObjectMeta;
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
        return LEVELS.contains(level) && workload.pod().isPresent()
                ? security(workload).violations(Level.valueOf(level.toUpperCase(Locale.ROOT)))
                : List.of();
    }

    /** The level that the pods of a workload meet, and what keeps them from the next. */
    public static PodLevel of(Workload workload) {
        PodSecurity security = security(workload);
        Level level = security.level();
        return new PodLevel(workload.ref(), level, security.violations(level.next()));
    }

    private static PodSecurity security(Workload workload) {
        ObjectMeta metadata = workload.template().get().getMetadata();
        Map<String, String> annotations = metadata == null ? null : metadata.getAnnotations();
        return PodSecurity.of(workload.podSpec(), annotations == null ? Map.of() : annotations);
    }
}
