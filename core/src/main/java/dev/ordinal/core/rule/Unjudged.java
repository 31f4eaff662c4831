package dev.ordinal.core.rule;

import dev.ordinal.core.graph.Workload;
import java.util.Set;

/**
 * Workloads of kinds that {@code core.admission} does not judge. What the API server would refuse of the others is its to say,
 * cause by cause; saying it here again would tell the reader twice.
 */
final class Unjudged {
    private static final Set<String> JUDGED = Set.of("StatefulSet", "Job", "CronJob");

    private Unjudged() {}

    static boolean is(Workload workload) {
        return !JUDGED.contains(workload.ref().kind());
    }
}
