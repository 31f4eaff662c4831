package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.PodContainer;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.function.Consumer;

/** Volumes are mounted at absolute paths. */
final class MountPathsAreAbsolute implements Rule {
    @Override
    public String about() {
        return """
                Every `mountPath` begins with a slash, or on Windows with a drive. The API server takes a relative path; what it
                is relative to is the container runtime's choice, and some refuse to start the container.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload workload : graph.workloads()) {
            for (PodContainer container : workload.containers()) {
                for (Located<VolumeMount> mount : container.mounts()) {
                    String path = mount.get().getMountPath();
                    if (path != null && !path.isEmpty() && !isAbsolute(path)) {
                        found.accept(finding(mount, path));
                    }
                }
            }
        }
    }

    private static boolean isAbsolute(String path) {
        return path.startsWith("/") || path.startsWith("\\") || path.indexOf(':') == 1;
    }

    private Diagnostic finding(Located<VolumeMount> mount, String path) {
        return mount.field("mountPath", VolumeMount::getMountPath)
                .error(
                        name(),
                        Text.found(path),
                        "the runtime refuses the container, or mounts the volume where nobody looks for it",
                        "write " + Text.found("/" + path));
    }
}
