package dev.ordinal.core.rule;

import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    static List<PeerName> in(Located<String> place, Workload set) {
        String name = set.ref().name();
        if (name.isEmpty() || !place.get().contains(name) || !place.get().contains(name + "-")) {
            return List.of();
        }
        Pattern pod = Pattern.compile("(?<![\\w.-])" + Pattern.quote(name + "-") + "(\\d{1,9})\\.(" + LABEL + ")(?:\\.("
                + LABEL + ")\\.svc(?:\\." + LABEL + ")*)?(?![\\w-])");
        Matcher m = pod.matcher(COMMENT.matcher(place.get()).replaceAll(""));
        List<PeerName> peers = new ArrayList<>();
        while (m.find()) {
            PeerName peer = new PeerName(place, m.group(), Long.parseLong(m.group(1)), m.group(2), m.group(3));
            if (peer.isMeant(set)) {
                peers.add(peer);
            }
        }
        return peers;
    }

    /** A short name means a pod only where it ends with the right Service, and is read in the same namespace. */
    private boolean isMeant(Workload set) {
        return namespace != null
                || (service.equals(Sets.service(set))
                        && ResourceGraph.sameNamespace(
                                place.object().namespace(), set.ref().namespace()));
    }

    /** Whether the members of a set are told the names of several of them; one alone need not wait for others. */
    static boolean areKnownTo(ResourceGraph graph, Workload set) {
        Set<Long> ordinals = new HashSet<>();
        for (Located<String> text : Told.to(graph, set)) {
            for (PeerName peer : in(text, set)) {
                ordinals.add(peer.ordinal());
            }
        }
        return ordinals.size() > 1;
    }
}
