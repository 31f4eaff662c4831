package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.Set;
import java.util.stream.Stream;

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
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return graph.workloads().stream()
                .flatMap(Workload::containers)
                .flatMap(container -> container.each("volumeMounts", Container::getVolumeMounts))
                .filter(mount -> !Mounts.isPart(mount.get()))
                .map(mount -> mount.field("mountPath", VolumeMount::getMountPath))
                .filter(path ->
                        path.isPresent() && path.get().startsWith("/") && HELD.contains(Paths.normal(path.get())))
                .map(path -> path.error(
                        name(),
                        Text.found(path.get()),
                        "the volume hides what the image has there, and the container finds neither its programs nor"
                                + " their settings",
                        "mount it at a directory of its own, or one file of it with subPath"));
    }
}
