package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.PodContainer;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A container sets each variable once. */
final class VariablesAreSetOnce implements Rule {
    @Override
    public String about() {
        return """
                No container sets a variable twice in `env`. The last one wins without a word, and who changes the first one
                changes nothing.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload workload : graph.workloads()) {
            for (PodContainer container : workload.containers()) {
                Set<String> later = new HashSet<>();
                List<Located<EnvVar>> variables = container.env();
                for (int i = variables.size() - 1; i >= 0; i--) {
                    String name = variables.get(i).get().getName();
                    if (name != null && !later.add(name)) {
                        found.accept(finding(variables.get(i).field("name", EnvVar::getName)));
                    }
                }
            }
        }
    }

    private Diagnostic finding(Located<String> name) {
        return name.warning(
                name(),
                Text.found(name.get()),
                "the variable is set again further down, so this value never takes effect",
                "remove one of the two");
    }
}
