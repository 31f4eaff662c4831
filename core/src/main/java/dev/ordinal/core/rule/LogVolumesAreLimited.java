package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.PodContainer;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EmptyDirVolumeSource;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Logs that are written into a directory of the node have a limit. */
final class LogVolumesAreLimited implements Rule {
    @Override
    public String about() {
        return """
                An `emptyDir` that a StatefulSet mounts for logs, at a path with `log` or `logs` in it, has a `sizeLimit`, or its
                container a limit of `ephemeral-storage`. Logs grow until somebody clears them away; without a limit they fill the
                node's disk, and the kubelet evicts pods from it, this member or others.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            for (Located<Volume> volume : set.volumes()) {
                if (isUnlimitedOnDisk(volume.get().getEmptyDir())) {
                    String path = logs(set, volume.map(Volume::getName).or(""));
                    if (!path.isEmpty()) {
                        found.accept(finding(volume.field("emptyDir", Volume::getEmptyDir), path));
                    }
                }
            }
        }
    }

    private static boolean isUnlimitedOnDisk(@Nullable EmptyDirVolumeSource dir) {
        return dir != null && dir.getSizeLimit() == null && !"Memory".equals(dir.getMedium());
    }

    /** Where a container without a limit of its own mounts a volume for logs; empty for nowhere. */
    private static String logs(Workload set, String volume) {
        for (PodContainer container : set.appContainers()) {
            for (Located<VolumeMount> mount : container.mounts()) {
                String path = mount.map(VolumeMount::getMountPath).or("");
                if (volume.equals(mount.get().getName()) && isForLogs(path) && !isLimited(container)) {
                    return path;
                }
            }
        }
        return "";
    }

    private static boolean isForLogs(String path) {
        return (path + "/").contains("/log/") || (path + "/").contains("/logs/");
    }

    private static boolean isLimited(Located<Container> container) {
        return container
                .map(Container::getResources)
                .map(ResourceRequirements::getLimits)
                .or(Map.of())
                .containsKey("ephemeral-storage");
    }

    private Diagnostic finding(Located<EmptyDirVolumeSource> dir, String path) {
        return dir.field("sizeLimit", EmptyDirVolumeSource::getSizeLimit)
                .warning(
                        name(),
                        "nothing, for logs in " + path,
                        "logs that nobody clears away fill the disk of the node, and the kubelet evicts pods from it",
                        "set sizeLimit, such as 1Gi, or write the logs to standard output");
    }
}
