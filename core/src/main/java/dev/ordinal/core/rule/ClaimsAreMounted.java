package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import java.util.function.Consumer;

/** Every claim template is used by a container. */
final class ClaimsAreMounted implements Rule {
    @Override
    public String about() {
        return """
                Every claim template is mounted by a container. A claim that nobody mounts is made and paid for, while the
                application writes to the container's own layer, which is gone with the pod.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            for (Located<PersistentVolumeClaim> template : set.claimTemplates()) {
                String claim = Sets.nameOf(template);
                if (claim != null && !Mounts.use(set, claim)) {
                    found.accept(finding(Sets.name(template)));
                }
            }
        }
    }

    private Diagnostic finding(Located<String> name) {
        return name.error(
                name(),
                Text.found(name.get()),
                "no container mounts this claim: the volume stays empty, and what the application writes is lost"
                        + " with its pod",
                "add a volumeMounts entry of that name at the application's data directory, or remove the"
                        + " template");
    }
}
