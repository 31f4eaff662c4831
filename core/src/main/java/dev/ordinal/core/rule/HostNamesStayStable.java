package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Member;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.function.Consumer;

/** A member's host name is its own and fits. */
final class HostNamesStayStable implements Rule {
    private static final int MOST = 64;

    @Override
    public String about() {
        return """
                The pods of a StatefulSet keep the host names that the controller gives them. `hostnameOverride` gives all
                members one and the same; with `setHostnameAsFQDN` the host name is the whole DNS name, for which Linux has room
                for 64 characters, and a pod with a longer one never starts. The domain is taken to be `cluster.local`.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            String override = set.podSpec().getHostnameOverride();
            if (override != null && !override.isEmpty() && Sets.replicas(set) > 1) {
                found.accept(set.pod()
                        .field("hostnameOverride", PodSpec::getHostnameOverride)
                        .warning(
                                name(),
                                Text.found(override),
                                "all members take that one host name for their own, and cannot be told apart by it",
                                "remove hostnameOverride"));
            }
            if (Boolean.TRUE.equals(set.podSpec().getSetHostnameAsFQDN())) {
                whole(set, found);
            }
        }
    }

    private void whole(Workload set, Consumer<Diagnostic> found) {
        int last = (int) Math.min(Integer.MAX_VALUE, Sets.first(set) + Math.max(0, Sets.replicas(set) - 1));
        String name = new Member(set.ref().name(), set.ref().namespace(), Sets.service(set), last).dns();
        if (name.length() > MOST) {
            found.accept(set.pod()
                    .field("setHostnameAsFQDN", PodSpec::getSetHostnameAsFQDN)
                    .error(
                            name(),
                            "true, for " + name,
                            "that host name has " + name.length() + " characters, Linux takes " + MOST
                                    + ", and the pod stays in ContainerCreating",
                            "remove setHostnameAsFQDN, or shorten the names of the set and its Service"));
        }
    }
}
