package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimVolumeSource;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The members of a set do not share one claim. */
final class ClaimsAreNotShared implements Rule {
    @Override
    public String about() {
        return """
                A StatefulSet of several members has claim templates, one claim for each member, and no volume with one claim
                for all of them. A disk that one node at a time may write keeps members on other nodes from starting, and lets
                those on one node write into each other's files. A claim of the manifest that several nodes may mount is
                accepted, and so is a read-only volume.""";
    }

    @Override
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return Sets.of(graph).filter(set -> Sets.replicas(set) > 1).flatMap(set -> {
            Set<String> own = set.claimTemplates()
                    .map(template -> Sets.name(template).or(""))
                    .collect(Collectors.toSet());
            return set.pod()
                    .each("volumes", PodSpec::getVolumes)
                    .filter(volume -> !own.contains(volume.map(Volume::getName).or("")))
                    .map(volume -> volume.field("persistentVolumeClaim", Volume::getPersistentVolumeClaim))
                    .filter(claim -> !claim.map(PersistentVolumeClaimVolumeSource::getReadOnly)
                            .or(false))
                    .map(claim -> claim.field("claimName", PersistentVolumeClaimVolumeSource::getClaimName))
                    .filter(Located::isPresent)
                    .flatMap(claim -> check(graph, set, claim));
        });
    }

    private Stream<Diagnostic> check(ResourceGraph graph, Workload set, Located<String> claim) {
        Optional<List<String>> modes = graph.find(
                        PersistentVolumeClaim.class, set.ref().namespace(), claim.get())
                .map(found -> found.map(PersistentVolumeClaim::getSpec)
                        .map(PersistentVolumeClaimSpec::getAccessModes)
                        .or(List.of()));
        if (modes.isEmpty()) {
            return Stream.of(claim.warning(
                    name(),
                    Text.found(claim.get()),
                    "all " + Sets.replicas(set)
                            + " members mount this one claim; unless many nodes may mount it, most of"
                            + " them never start",
                    "make it a claim template, so that each member has its own"));
        }
        return modes.get().stream().anyMatch(mode -> mode != null && mode.endsWith("Many"))
                ? Stream.empty()
                : Stream.of(claim.error(
                        name(),
                        Text.found(claim.get()),
                        "all " + Sets.replicas(set) + " members mount this one claim, which one node at a time may"
                                + " mount: those on other nodes never start",
                        "make it a claim template, so that each member has its own"));
    }
}
