package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** The pods of every workload meet the Pod Security Standard that was asked for. */
public final class PodsMeetDemandedLevel implements Rule {
    private final PodStandard standard;
    private final String level;

    /**
     * The demand of a level.
     *
     * @param standard who knows the levels
     * @param level {@code baseline} or {@code restricted}; anything else demands nothing
     */
    public PodsMeetDemandedLevel(PodStandard standard, String level) {
        this.standard = standard;
        this.level = level.toLowerCase(Locale.ROOT);
    }

    @Override
    public String about() {
        return """
                Whoever checks the manifest demands a level of the Pod Security Standards, in Java by `manifest.demanding(level)`,
                because the namespaces that it is meant for enforce it although they are not in the manifest.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload workload : graph.workloads()) {
            List<String> failed = standard.violations(workload, level);
            if (!failed.isEmpty()) {
                found.accept(finding(workload, failed));
            }
        }
    }

    private Diagnostic finding(Workload workload, List<String> failed) {
        return workload.pod()
                .error(
                        name(),
                        "pods that fail " + String.join(", ", failed),
                        "the level " + level
                                + " is demanded of this manifest: a namespace that enforces it takes this object"
                                + " and refuses each of its pods",
                        "change the security contexts so that the pods meet the level, or demand a lower one");
    }
}
