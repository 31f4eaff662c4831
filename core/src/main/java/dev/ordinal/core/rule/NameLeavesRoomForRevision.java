package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.function.Consumer;

/** The name of a StatefulSet is short enough for the labels and host names made from it. */
final class NameLeavesRoomForRevision implements Rule {
    private static final int MOST_IN_A_LABEL = 63;
    private static final int REVISION = "-".length() + 10;

    @Override
    public String about() {
        return """
                The name of a StatefulSet has at most 52 characters. The controller labels each pod with the name, a
                hyphen and a revision hash of up to ten characters, and a label has at most 63; the API server takes the longer
                name and then refuses the pods. With 52 the host name, which is the name and the ordinal, fits too.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            int length = set.ref().name().length();
            if (length + REVISION > MOST_IN_A_LABEL) {
                Located<String> name = set.statefulSet()
                        .field("metadata", StatefulSet::getMetadata)
                        .field("name", ObjectMeta::getName);
                found.accept(name.error(
                        name(),
                        Text.found(name.get()),
                        "the label controller-revision-hash of its pods has up to " + (length + REVISION)
                                + " characters; above 63 the API server refuses every pod of the set",
                        "shorten the name to " + (MOST_IN_A_LABEL - REVISION) + " characters or fewer"));
            }
        }
    }
}
