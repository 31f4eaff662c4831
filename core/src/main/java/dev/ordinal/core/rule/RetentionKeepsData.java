package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import java.util.function.Consumer;

/** Neither deleting nor scaling a set deletes its data. */
final class RetentionKeepsData implements Rule {
    @Override
    public String about() {
        return """
                The `persistentVolumeClaimRetentionPolicy` of a StatefulSet keeps the claims. With `whenDeleted: Delete` the
                data goes with the set, also when somebody deletes it only to create it anew; with `whenScaled: Delete` members
                that come back are empty.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            if (Sets.of(set).getPersistentVolumeClaimRetentionPolicy() != null
                    && !set.claimTemplates().isEmpty()) {
                check(graph, set, found);
            }
        }
    }

    private void check(ResourceGraph graph, Workload set, Consumer<Diagnostic> found) {
        var written = Sets.of(set).getPersistentVolumeClaimRetentionPolicy();
        var policy = Sets.spec(set).step("persistentVolumeClaimRetentionPolicy", written);
        Located<String> deleted = policy.step("whenDeleted", written.getWhenDeleted());
        if (deleted.or("").equals("Delete")) {
            found.accept(finding(
                    deleted, "whoever deletes the set deletes its data, also where it is only to be created anew"));
        }
        Located<String> scaled = policy.step("whenScaled", written.getWhenScaled());
        if (scaled.or("").equals("Delete")) {
            found.accept(finding(
                    scaled,
                    Autoscaler.scales(graph, set)
                            ? "an autoscaler scales this set, and each time deletes the data of the last members; they"
                                    + " come back empty"
                            : "scaling down deletes the data of the last members, and they come back empty"));
        }
    }

    private Diagnostic finding(Located<String> word, String why) {
        return word.warning(name(), Text.found("Delete"), why, "write Retain, and delete claims by hand");
    }
}
