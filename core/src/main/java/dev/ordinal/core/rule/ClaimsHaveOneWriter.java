package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.PodContainer;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The disk of a database is for one node. */
final class ClaimsHaveOneWriter implements Rule {
    @Override
    public String about() {
        return """
                A claim template that holds the data of a well-known database does not ask for `ReadWriteMany`. No two of its
                processes may write into one data directory, so the mode buys nothing; what it gets is a file system over the
                network, where locks and flushes are weaker, or no volume at all. The images are those of `data-paths.txt`.""";
    }

    private static final String MANY = "ReadWriteMany";

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            for (Located<PersistentVolumeClaim> template : set.claimTemplates()) {
                if (isForMany(template.get()) && holdsData(set, Sets.nameOf(template))) {
                    template
                            .field("spec", PersistentVolumeClaim::getSpec)
                            .each("accessModes", PersistentVolumeClaimSpec::getAccessModes)
                            .stream()
                            .filter(mode -> mode.get().equals(MANY))
                            .forEach(mode -> found.accept(finding(mode)));
                }
            }
        }
    }

    private static boolean isForMany(PersistentVolumeClaim template) {
        PersistentVolumeClaimSpec spec = template.getSpec();
        return spec != null
                && spec.getAccessModes() != null
                && spec.getAccessModes().contains(MANY);
    }

    private Diagnostic finding(Located<String> mode) {
        return mode.warning(
                name(),
                Text.found(mode.get()),
                "each member writes alone, so nothing is won; classes that offer this mode are network file"
                        + " systems, on which databases lose data, and others leave the claim Pending",
                "write ReadWriteOncePod, or ReadWriteOnce");
    }

    private static boolean holdsData(Workload set, @Nullable String claim) {
        for (PodContainer container : set.containers()) {
            for (Located<VolumeMount> mount : container.mounts()) {
                if ((claim == null ? "" : claim).equals(mount.get().getName())
                        && mount.get().getMountPath() != null
                        && covers(Paths.normal(mount.get().getMountPath()), DataPath.of(container))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean covers(String mount, List<DataPath> known) {
        for (DataPath data : known) {
            if (data.path() != null && Paths.covers(mount, data.path())) {
                return true;
            }
        }
        return false;
    }
}
