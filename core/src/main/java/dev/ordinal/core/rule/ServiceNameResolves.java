package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Consumer;

/** Every StatefulSet names a governing Service, and the manifest has it. */
final class ServiceNameResolves implements Rule {
    @Override
    public String about() {
        return """
                The `serviceName` of a StatefulSet names a Service in the same namespace of the manifest. Its pods take
                their DNS names from that Service: without it the pods run, but no `orders-db-0.orders-db-headless`
                resolves, and members cannot find each other. It is a warning only for a single member that no text of the
                manifest calls by such a name, unless a headless Service stands ready for it.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            if (Sets.governing(graph, set) == null && !graph.isUnread(Sets.governingRef(set))) {
                found.accept(Sets.service(set).isEmpty() ? unnamed(graph, set) : unresolved(graph, set));
            }
        }
    }

    private Diagnostic unnamed(ResourceGraph graph, Workload set) {
        String proposed = candidate(graph, set).orElse(set.ref().name() + "-headless");
        return finding(
                graph,
                set,
                "nothing",
                "the pods have no DNS names of their own, so neither members nor clients can address one of them",
                candidate(graph, set)
                        .map(service -> "set serviceName to \"" + service + "\", which is in this manifest")
                        .orElse("add a headless Service \"" + proposed + "\" and set serviceName to it"));
    }

    private Diagnostic unresolved(ResourceGraph graph, Workload set) {
        Located<String> name = Sets.serviceName(set);
        return finding(
                graph,
                set,
                Text.found(name.get()),
                "no Service of that name is in this manifest, so pod addresses such as "
                        + Sets.firstAddress(set, name.get()) + " will not resolve",
                candidate(graph, set)
                        .map(service ->
                                "use \"" + service + "\", which is in this manifest, or add the missing Service")
                        .orElse("add a headless Service \"" + name.get() + "\" with the selector "
                                + Text.labels(Sets.identity(set))));
    }

    private Diagnostic finding(ResourceGraph graph, Workload set, String found, String why, String fix) {
        Located<String> name = Sets.serviceName(set);
        return MemberNames.areNeeded(graph, set) || candidate(graph, set).isPresent()
                ? name.error(name(), found, why, fix)
                : name.warning(name(), found, why, fix);
    }

    /** The headless Service that selects the pods; of several, the one whose name begins most like the set's. */
    private static Optional<String> candidate(ResourceGraph graph, Workload set) {
        String wanted = Sets.serviceName(set).or(set.ref().name());
        return Services.selecting(graph, set).stream()
                .filter(Services::isHeadless)
                .map(service -> service.object().name())
                .filter(name -> !name.isEmpty())
                .min(Comparator.comparing((String name) -> -commonPrefix(name, wanted))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static int commonPrefix(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }
}
