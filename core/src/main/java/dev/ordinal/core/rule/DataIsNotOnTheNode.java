package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.PodContainer;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.HostPathVolumeSource;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A StatefulSet writes nothing into the file system of its node. */
final class DataIsNotOnTheNode implements Rule {
    @Override
    public String about() {
        return """
                No container of a StatefulSet mounts a directory of its node writable. What it writes there stays when the pod
                moves, so the member comes back empty, and a pod that is pinned to the node is lost with it. Sockets, devices,
                what the kernel shows under `/dev`, `/proc`, `/sys` and `/run`, and the directory of the kubelet for its plugins
                are accepted.""";
    }

    private static final List<String> KERNEL =
            List.of("/dev", "/proc", "/sys", "/run", "/var/run", "/lib/modules", "/var/lib/kubelet");

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            for (Located<Volume> volume : set.volumes()) {
                HostPathVolumeSource host = volume.get().getHostPath();
                if (host != null
                        && isDirectory(host)
                        && isWritten(set, volume.get().getName())) {
                    found.accept(finding(volume.field("hostPath", Volume::getHostPath)
                            .field("path", HostPathVolumeSource::getPath)));
                }
            }
        }
    }

    private static boolean isWritten(Workload set, @Nullable String volume) {
        for (PodContainer container : set.containers()) {
            for (Located<VolumeMount> mount : container.mounts()) {
                if (!Boolean.TRUE.equals(mount.get().getReadOnly())
                        && (volume == null ? "" : volume).equals(mount.get().getName())) {
                    return true;
                }
            }
        }
        return false;
    }

    private Diagnostic finding(Located<String> path) {
        return path.warning(
                name(),
                Text.found(path.or("")),
                "what is written there stays on the node: when the pod moves, the member comes back empty",
                "use a claim template, or mount it with readOnly: true");
    }

    private static boolean isDirectory(HostPathVolumeSource host) {
        String type = host.getType() == null ? "" : host.getType();
        String path = Paths.normal(host.getPath() == null ? "" : host.getPath());
        return List.of("", "Directory", "DirectoryOrCreate").contains(type)
                && KERNEL.stream().noneMatch(kernel -> Paths.covers(kernel, path));
    }
}
