package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.stream.Stream;

/** The claim of an ephemeral volume is nobody else's. */
final class EphemeralClaimsDoNotCollide implements Rule {
    @Override
    public String about() {
        return """
                An ephemeral volume makes a claim that is named pod-volume, such as `orders-db-0-scratch`, and no other claim of
                the manifest has that name. A pod does not start while a claim that is not its own stands there.""";
    }

    @Override
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return Sets.of(graph).flatMap(set -> set.pod()
                .each("volumes", PodSpec::getVolumes)
                .filter(volume -> volume.map(Volume::getEphemeral).isPresent())
                .map(volume -> volume.field("name", Volume::getName))
                .filter(Located::isPresent)
                .flatMap(name -> check(graph, set, name)));
    }

    private Stream<Diagnostic> check(ResourceGraph graph, Workload set, Located<String> name) {
        return graph.members(set.statefulSet().orElseThrow().get()).stream()
                .limit(MOST_MEMBERS)
                .map(member -> member.pod() + "-" + name.get())
                .filter(claim -> graph.find(
                                PersistentVolumeClaim.class, set.ref().namespace(), claim)
                        .isPresent())
                .limit(1)
                .map(claim -> name.error(
                        name(),
                        Text.found(name.get()),
                        "its claim would be " + claim + ", which another one in this manifest is called; the pod waits"
                                + " until that is gone",
                        "give the volume another name"));
    }

    private static final int MOST_MEMBERS = 10_000;
}
