package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** No two claim templates of a StatefulSet have the same name. */
final class ClaimTemplateNamesAreUnique implements Rule {
    @Override
    public String about() {
        return """
                The claim templates of a StatefulSet have different names. The API server takes two of the same name, but
                both stand for one claim, and the size and class of only one of them come true.""";
    }

    @Override
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return Sets.of(graph).flatMap(this::check);
    }

    private Stream<Diagnostic> check(Workload set) {
        Set<String> seen = new HashSet<>();
        return set.claimTemplates()
                .map(Sets::name)
                .filter(name -> name.isPresent() && !seen.add(name.get()))
                .map(name -> name.error(
                        name(),
                        Text.found(name.get()),
                        "an earlier claim template has that name; each pod gets one claim for both, so one of the two"
                                + " volumes never exists",
                        "give this claim template a name of its own, or remove it"));
    }
}
