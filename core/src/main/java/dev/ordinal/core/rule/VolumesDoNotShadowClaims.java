package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** No volume of the pod template has the name of a claim template. */
final class VolumesDoNotShadowClaims implements Rule {
    @Override
    public String about() {
        return """
                No volume of the pod template has the name of a claim template. The controller replaces such a volume by
                the claim without a word, so what is written in the template never takes effect.""";
    }

    @Override
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return Sets.of(graph).flatMap(this::check);
    }

    private Stream<Diagnostic> check(Workload set) {
        Set<String> claims = set.claimTemplates()
                .map(Sets::name)
                .filter(Located::isPresent)
                .map(Located::get)
                .collect(Collectors.toSet());
        return set.pod()
                .each("volumes", PodSpec::getVolumes)
                .map(volume -> volume.field("name", Volume::getName))
                .filter(name -> claims.contains(name.or("")))
                .map(name -> name.warning(
                        name(),
                        Text.found(name.get()),
                        "a claim template has that name, and the controller puts its claim in the place of this volume",
                        "remove this volume, or give it another name"));
    }
}
