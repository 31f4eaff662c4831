package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.function.Consumer;

/** No volume of the pod template has the name of a claim template. */
final class VolumesDoNotShadowClaims implements Rule {
    @Override
    public String about() {
        return """
                No volume of the pod template has the name of a claim template. The controller replaces such a volume by
                the claim without a word, so what is written in the template never takes effect.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            for (Located<Volume> volume : set.volumes()) {
                String name = volume.get().getName();
                if (name != null && !name.isEmpty() && Sets.hasClaim(set, name)) {
                    found.accept(volume.field("name", Volume::getName)
                            .warning(
                                    name(),
                                    Text.found(name),
                                    "a claim template has that name, and the controller puts its claim in the place of this"
                                            + " volume",
                                    "remove this volume, or give it another name"));
                }
            }
        }
    }
}
