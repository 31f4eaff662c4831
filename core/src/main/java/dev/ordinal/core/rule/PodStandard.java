package dev.ordinal.core.rule;

import dev.ordinal.core.graph.Workload;
import java.util.List;

/** Who knows the Pod Security Standards: rules ask, and the API server's own admission answers. */
@FunctionalInterface
public interface PodStandard {
    /**
     * The checks of a level that the pods of a workload fail.
     *
     * @param level {@code privileged}, {@code baseline} or {@code restricted}; any other word means privileged
     */
    List<String> violations(Workload workload, String level);
}
