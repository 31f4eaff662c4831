package dev.ordinal.core.admission;

import dev.ordinal.core.diagnostic.ObjectRef;
import java.util.List;
import java.util.Locale;

/**
 * The Pod Security Standard that the pods of a workload meet.
 *
 * @param workload the object with the pod template
 * @param level the strictest level that they meet
 * @param missing the checks that keep them from the next stricter one, by the API server's own names; none if restricted
 */
public record PodLevel(ObjectRef workload, PodSecurity.Level level, List<String> missing) {
    /** Copies the checks. */
    public PodLevel {
        missing = List.copyOf(missing);
    }

    /** One line: {@code StatefulSet shop/db  baseline, not restricted: seccompProfile, runAsNonRoot}. */
    @Override
    public String toString() {
        String met = workload + "  " + word(level);
        return missing.isEmpty() ? met : met + ", not " + word(level.next()) + ": " + String.join(", ", missing);
    }

    private static String word(PodSecurity.Level level) {
        return level.toString().toLowerCase(Locale.ROOT);
    }
}
