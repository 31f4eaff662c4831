package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.PodContainer;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.function.Consumer;

/** PostgreSQL finds an empty directory at its first start. */
final class FirstStartFindsEmptyDirectory implements Rule {
    @Override
    public String about() {
        return """
                A claim of PostgreSQL before version 18 is not mounted at the data directory itself, but above it, or in part by
                `subPath`. The root of a new disk often holds a directory `lost+found`, and PostgreSQL does not create its
                database in a directory that is not empty: the first start fails.""";
    }

    private static final String PATH = "/var/lib/postgresql/data";

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            for (PodContainer container : set.appContainers()) {
                for (Located<VolumeMount> mount : container.mounts()) {
                    String path = mount.get().getMountPath();
                    if (path != null
                            && Paths.normal(path).equals(PATH)
                            && Sets.hasClaim(set, mount.get().getName())
                            && !Mounts.isPart(mount.get())
                            && isOld(container)) {
                        found.accept(finding(mount.field("mountPath", VolumeMount::getMountPath)));
                    }
                }
            }
        }
    }

    private Diagnostic finding(Located<String> path) {
        return path.warning(
                name(),
                Text.found(path.get()),
                "the root of a new disk often holds lost+found, and PostgreSQL does not create its database in a"
                        + " directory that is not empty",
                "add subPath: data to the mount, or set PGDATA to " + PATH + "/pgdata");
    }

    private static boolean isOld(PodContainer container) {
        for (Located<EnvVar> variable : container.env()) {
            if ("PGDATA".equals(variable.get().getName())
                    && !PATH.equals(Paths.normal(String.valueOf(variable.get().getValue())))) {
                return false;
            }
        }
        for (DataPath known : DataPath.of(container)) {
            if (PATH.equals(known.path())) {
                return true;
            }
        }
        return false;
    }
}
