package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import java.util.Set;
import java.util.stream.Stream;

/** Every claim template is used by a container. */
final class ClaimsAreMounted implements Rule {
    @Override
    public String about() {
        return """
                Every claim template is mounted by a container. A claim that nobody mounts is made and paid for, while the
                application writes to the container's own layer, which is gone with the pod.""";
    }

    @Override
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return Sets.of(graph).flatMap(this::check);
    }

    private Stream<Diagnostic> check(Workload set) {
        Set<String> used = Mounts.names(set);
        return set.claimTemplates()
                .map(Sets::name)
                .filter(name -> name.isPresent() && !used.contains(name.get()))
                .map(name -> name.error(
                        name(),
                        Text.found(name.get()),
                        "no container mounts this claim: the volume stays empty, and what the application writes is lost"
                                + " with its pod",
                        "add a volumeMounts entry of that name at the application's data directory, or remove the"
                                + " template"));
    }
}
