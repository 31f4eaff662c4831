package dev.ordinal.core.rule;

import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import java.util.regex.Pattern;

/** Whether anybody needs the DNS names of the members of a set. */
final class MemberNames {
    private MemberNames() {}

    /**
     * Several members are taken to look for each other: how, is mostly in the image, where nobody sees it. One member may
     * as well be found through the address of a Service, unless somebody is told its name.
     */
    static boolean areNeeded(ResourceGraph graph, Workload set) {
        return Sets.replicas(set) > 1 || Autoscaler.scales(graph, set) || areTold(graph, set);
    }

    /** Whether a text of the manifest has the name of a member, or a member's texts put its name together. */
    static boolean areTold(ResourceGraph graph, Workload set) {
        for (Located<String> text : Told.anybody(graph)) {
            if (!PeerName.in(text, set).isEmpty()) {
                return true;
            }
        }
        String service = Sets.service(set);
        Pattern tail = Pattern.compile("[)}]\\." + Pattern.quote(service) + "(?![\\w-])");
        return !service.isEmpty()
                && Told.to(graph, set).stream()
                        .anyMatch(text -> tail.matcher(text.get()).find());
    }
}
