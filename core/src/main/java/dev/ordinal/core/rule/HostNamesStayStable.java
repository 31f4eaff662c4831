package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Member;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.stream.Stream;

/** A member's host name is its own and fits. */
final class HostNamesStayStable implements Rule {
    @Override
    public String about() {
        return """
                The pods of a StatefulSet keep the host names that the controller gives them. `hostnameOverride` gives all
                members one and the same; with `setHostnameAsFQDN` the host name is the whole DNS name, for which Linux has room
                for 64 characters, and a pod with a longer one never starts. The domain is taken to be `cluster.local`.""";
    }

    private static final int MOST = 64;

    @Override
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return Sets.of(graph).flatMap(set -> Stream.concat(override(set), whole(set)));
    }

    private Stream<Diagnostic> override(Workload set) {
        return Stream.of(set.pod().field("hostnameOverride", PodSpec::getHostnameOverride))
                .filter(name -> !name.or("").isEmpty() && Sets.replicas(set) > 1)
                .map(name -> name.warning(
                        name(),
                        Text.found(name.get()),
                        "all members take that one host name for their own, and cannot be told apart by it",
                        "remove hostnameOverride"));
    }

    private Stream<Diagnostic> whole(Workload set) {
        int last = (int) Math.min(Integer.MAX_VALUE, Sets.first(set) + Math.max(0, Sets.replicas(set) - 1));
        String name = new Member(
                        set.ref().name(),
                        set.ref().namespace(),
                        Sets.serviceName(set).or(""),
                        last)
                .dns();
        return Stream.of(set.pod().field("setHostnameAsFQDN", PodSpec::getSetHostnameAsFQDN))
                .filter(word -> word.or(false) && name.length() > MOST)
                .map(word -> word.error(
                        name(),
                        "true, for " + name,
                        "that host name has " + name.length() + " characters, Linux takes " + MOST
                                + ", and the pod stays in ContainerCreating",
                        "remove setHostnameAsFQDN, or shorten the names of the set and its Service"));
    }
}
