package dev.ordinal.core.change;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What of its template a Job takes while it is suspended: where its pods run in every version, and what they need since 1.36
 * (kubernetes 132441 and 135965). Until 1.35 only a Job that has never started does; since, also one that the controller has
 * marked as suspended and that has no pods left (135104 and 139287).
 *
 * @param placeIsFree whether labels, annotations and scheduling directives may change
 * @param resourcesAreFree whether the resources of containers may change
 */
record SuspendedJob(boolean placeIsFree, boolean resourcesAreFree) {
    private static final int GATES_ARE_ON = 36;
    private static final String AFFINITY = "spec.template.spec.affinity";
    private static final String NODES = "nodeAffinity";
    private static final List<String> PLACE = List.of(
            "spec.template.metadata.labels",
            "spec.template.metadata.annotations",
            "spec.template.spec.nodeSelector",
            AFFINITY + "." + NODES,
            "spec.template.spec.tolerations",
            "spec.template.spec.schedulingGates");
    private static final Pattern RESOURCES =
            Pattern.compile("spec\\.template\\.spec\\.(initC|c)ontainers\\[\\d+]\\.resources\\b.*");

    static SuspendedJob of(Update update) {
        boolean suspended = Boolean.TRUE.equals(update.running().field("spec").get("suspend"));
        Tree status = update.running().field("status");
        boolean gates = !update.isBefore(GATES_ARE_ON);
        boolean free = suspended && (!status.has("startTime") || (gates && isQuiet(status)));
        return new SuspendedJob(free, free && gates);
    }

    private static boolean isQuiet(Tree status) {
        return status.number("active", 0) == 0
                && status.each("conditions").stream()
                        .anyMatch(condition -> condition.text("type").equals("Suspended")
                                && condition.text("status").equals("True"));
    }

    boolean lets(Difference.Part part) {
        boolean place = PLACE.stream().anyMatch(part::isIn)
                || (part.path().equals(AFFINITY) && isOfNodes(part.before()) && isOfNodes(part.after()));
        return (placeIsFree && place)
                || (resourcesAreFree && RESOURCES.matcher(part.path()).matches());
    }

    /** An affinity comes and goes as a whole if nothing but nodes is in it. */
    private static boolean isOfNodes(@Nullable Object affinity) {
        return affinity == null
                || (affinity instanceof Map<?, ?> map && Set.of(NODES).containsAll(map.keySet()));
    }

    /** Where resources may change the server compares the rest of the pod by itself, and names it so. */
    String called(Difference.Part part) {
        return resourcesAreFree && part.isIn("spec.template.spec") ? "spec.template.spec" : "spec.template";
    }
}
