package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A container sets each variable once. */
final class VariablesAreSetOnce implements Rule {
    @Override
    public String about() {
        return """
                No container sets a variable twice in `env`. The last one wins without a word, and who changes the first one
                changes nothing.""";
    }

    @Override
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return graph.workloads().stream().flatMap(Workload::containers).flatMap(container -> {
            List<Located<String>> names = container
                    .each("env", Container::getEnv)
                    .map(variable -> variable.field("name", EnvVar::getName))
                    .filter(Located::isPresent)
                    .toList();
            return IntStream.range(0, names.size())
                    .filter(i -> names.subList(i + 1, names.size()).stream()
                            .anyMatch(later -> later.get().equals(names.get(i).get())))
                    .mapToObj(i -> finding(names.get(i)));
        });
    }

    private Diagnostic finding(Located<String> name) {
        return name.warning(
                name(),
                Text.found(name.get()),
                "the variable is set again further down, so this value never takes effect",
                "remove one of the two");
    }
}
