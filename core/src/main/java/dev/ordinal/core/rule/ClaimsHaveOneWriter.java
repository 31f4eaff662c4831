package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import java.util.stream.Stream;

/** The disk of a database is for one node. */
final class ClaimsHaveOneWriter implements Rule {
    @Override
    public String about() {
        return """
                A claim template that holds the data of a well-known database does not ask for `ReadWriteMany`. No two of its
                processes may write into one data directory, so the mode buys nothing; what it gets is a file system over the
                network, where locks and flushes are weaker, or no volume at all. The images are those of `data-paths.txt`.""";
    }

    @Override
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return Sets.of(graph).flatMap(set -> set.claimTemplates()
                .filter(template -> holdsData(set, Sets.name(template).or("")))
                .flatMap(template -> template.field("spec", PersistentVolumeClaim::getSpec)
                        .each("accessModes", PersistentVolumeClaimSpec::getAccessModes))
                .filter(mode -> mode.get().equals("ReadWriteMany"))
                .map(mode -> mode.warning(
                        name(),
                        Text.found(mode.get()),
                        "each member writes alone, so nothing is won; classes that offer this mode are network file"
                                + " systems, on which databases lose data, and others leave the claim Pending",
                        "write ReadWriteOncePod, or ReadWriteOnce")));
    }

    private static boolean holdsData(Workload set, String claim) {
        return set.containers().anyMatch(container -> container
                .each("volumeMounts", Container::getVolumeMounts)
                .filter(mount ->
                        claim.equals(mount.get().getName()) && mount.get().getMountPath() != null)
                .anyMatch(mount -> DataPath.of(container).stream()
                        .map(DataPath::path)
                        .anyMatch(path -> path != null
                                && Paths.covers(Paths.normal(mount.get().getMountPath()), path))));
    }
}
