package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.PodContainer;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.Set;
import java.util.function.Consumer;

/** No volume is mounted over the programs of the image. */
final class MountsDoNotHidePrograms implements Rule {
    @Override
    public String about() {
        return """
                No volume is mounted over a directory that holds the programs of the image, such as `/usr` or `/bin`, or over
                `/etc`. A mount hides what lies below it, and the container does not start, or not as it should. A single file
                by `subPath` is accepted.""";
    }

    private static final Set<String> HELD = Set.of(
            "",
            "/bin",
            "/etc",
            "/lib",
            "/lib64",
            "/sbin",
            "/usr",
            "/usr/bin",
            "/usr/lib",
            "/usr/local/bin",
            "/usr/sbin");

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload workload : graph.workloads()) {
            for (PodContainer container : workload.containers()) {
                for (Located<VolumeMount> mount : container.mounts()) {
                    String path = mount.get().getMountPath();
                    if (path != null
                            && path.startsWith("/")
                            && HELD.contains(Paths.normal(path))
                            && !Mounts.isPart(mount.get())) {
                        found.accept(finding(mount.field("mountPath", VolumeMount::getMountPath)));
                    }
                }
            }
        }
    }

    private Diagnostic finding(Located<String> path) {
        return path.error(
                name(),
                Text.found(path.get()),
                "the volume hides what the image has there, and the container finds neither its programs nor"
                        + " their settings",
                "mount it at a directory of its own, or one file of it with subPath");
    }
}
