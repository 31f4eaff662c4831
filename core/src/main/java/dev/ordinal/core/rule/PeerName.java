package dev.ordinal.core.rule;

import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The address of a pod of a StatefulSet, as somebody wrote it: {@code orders-db-0.orders-db-headless.shop.svc}.
 *
 * @param place the text that it stands in
 * @param text as it is written
 * @param ordinal the pod's number
 * @param service the label behind the pod
 * @param namespace null where the name is a short one
 */
record PeerName(Located<String> place, String text, long ordinal, String service, @Nullable String namespace) {
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?";
    private static final Pattern COMMENT = Pattern.compile("(?m)^[ \\t]*(#|;|//).*$");

    /** The names of pods of a set in a text, comments left out. */
    static Stream<PeerName> in(Located<String> place, Workload set) {
        String prefix = set.ref().name() + "-";
        if (set.ref().name().isEmpty() || !place.get().contains(prefix)) {
            return Stream.empty();
        }
        Pattern name = Pattern.compile("(?<![\\w.-])" + Pattern.quote(prefix) + "(\\d{1,9})\\.(" + LABEL + ")(?:\\.("
                + LABEL + ")\\.svc(?:\\." + LABEL + ")*)?(?![\\w-])");
        return name.matcher(COMMENT.matcher(place.get()).replaceAll(""))
                .results()
                .map(m -> new PeerName(place, m.group(), Long.parseLong(m.group(1)), m.group(2), m.group(3)))
                .filter(peer -> peer.isMeant(set));
    }

    /** A short name means a pod only where it ends with the right Service, and is read in the same namespace. */
    private boolean isMeant(Workload set) {
        return namespace != null
                || (service.equals(Sets.serviceName(set).or(""))
                        && ResourceGraph.sameNamespace(
                                place.object().namespace(), set.ref().namespace()));
    }

    /** Whether the members of a set are told the names of several of them; one alone need not wait for others. */
    static boolean areKnownTo(ResourceGraph graph, Workload set) {
        return Told.to(graph, set)
                        .flatMap(text -> in(text, set))
                        .map(PeerName::ordinal)
                        .distinct()
                        .limit(2)
                        .count()
                > 1;
    }
}
