package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetOrdinals;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import java.util.stream.Stream;

/** The name of a StatefulSet is short enough for the labels and host names made from it. */
final class NameLeavesRoomForRevision implements Rule {
    private static final int MOST_IN_A_LABEL = 63;
    private static final int REVISION = "-".length() + 10;

    @Override
    public String about() {
        return """
                The name of a StatefulSet has at most 52 characters. The controller labels each pod with the name, a
                hyphen and a revision hash of up to ten characters, and a label has at most 63; the API server takes the longer
                name and then refuses the pods. The same limit holds for the host name, which is the name and the ordinal.""";
    }

    @Override
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return Sets.of(graph).flatMap(this::check);
    }

    private Stream<Diagnostic> check(Workload set) {
        Located<String> name = set.statefulSet()
                .orElseThrow()
                .field("metadata", StatefulSet::getMetadata)
                .field("name", ObjectMeta::getName);
        int length = name.or("").length();
        if (length + REVISION > MOST_IN_A_LABEL) {
            return Stream.of(finding(
                    name,
                    "the label controller-revision-hash of its pods has up to " + (length + REVISION) + " characters",
                    "shorten the name to " + (MOST_IN_A_LABEL - REVISION) + " characters or fewer"));
        }
        String host = name.or("") + "-" + lastOrdinal(set);
        return host.length() > MOST_IN_A_LABEL && length > 0
                ? Stream.of(finding(
                        name,
                        "the host name " + host + " has " + host.length() + " characters",
                        "shorten the name by " + (host.length() - MOST_IN_A_LABEL) + " characters"))
                : Stream.empty();
    }

    private Diagnostic finding(Located<String> name, String longText, String fix) {
        return name.error(
                name(),
                Text.found(name.get()),
                longText + "; above 63 the API server refuses every pod of the set",
                fix);
    }

    private static long lastOrdinal(Workload set) {
        int start = Sets.spec(set)
                .map(StatefulSetSpec::getOrdinals)
                .map(StatefulSetOrdinals::getStart)
                .or(0);
        return (long) start + Math.max(1, Sets.replicas(set)) - 1;
    }
}
