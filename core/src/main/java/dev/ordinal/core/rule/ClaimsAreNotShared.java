package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimVolumeSource;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

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
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            if (Sets.replicas(set) <= 1) {
                continue;
            }
            for (Located<Volume> volume : set.volumes()) {
                PersistentVolumeClaimVolumeSource claim = volume.get().getPersistentVolumeClaim();
                String name = volume.get().getName();
                if (claim != null
                        && claim.getClaimName() != null
                        && !Boolean.TRUE.equals(claim.getReadOnly())
                        && !Sets.hasClaim(set, name == null ? "" : name)) {
                    check(graph, set, volume, found);
                }
            }
        }
    }

    private void check(ResourceGraph graph, Workload set, Located<Volume> volume, Consumer<Diagnostic> found) {
        Located<String> claim = volume.field("persistentVolumeClaim", Volume::getPersistentVolumeClaim)
                .field("claimName", PersistentVolumeClaimVolumeSource::getClaimName);
        Optional<List<String>> modes = graph.find(
                        PersistentVolumeClaim.class, set.ref().namespace(), claim.get())
                .map(known -> known.map(PersistentVolumeClaim::getSpec)
                        .map(PersistentVolumeClaimSpec::getAccessModes)
                        .or(List.of()));
        String fix = "make it a claim template, so that each member has its own";
        if (modes.isEmpty()) {
            found.accept(claim.warning(
                    name(),
                    Text.found(claim.get()),
                    "all " + Sets.replicas(set)
                            + " members mount this one claim; unless many nodes may mount it, most of"
                            + " them never start",
                    fix));
        } else if (modes.get().stream().noneMatch(mode -> mode != null && mode.endsWith("Many"))) {
            found.accept(claim.error(
                    name(),
                    Text.found(claim.get()),
                    "all " + Sets.replicas(set) + " members mount this one claim, which one node at a time may"
                            + " mount: those on other nodes never start",
                    fix));
        }
    }
}
