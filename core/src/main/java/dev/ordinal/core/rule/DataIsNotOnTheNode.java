package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HostPathVolumeSource;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return Sets.of(graph).flatMap(set -> {
            Set<String> written = set.containers()
                    .flatMap(container -> container.each("volumeMounts", Container::getVolumeMounts))
                    .map(Located::get)
                    .filter(mount -> !Boolean.TRUE.equals(mount.getReadOnly()))
                    .map(VolumeMount::getName)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            return set.pod()
                    .each("volumes", PodSpec::getVolumes)
                    .filter(volume ->
                            written.contains(volume.map(Volume::getName).or("")))
                    .map(volume -> volume.field("hostPath", Volume::getHostPath))
                    .filter(host -> host.isPresent() && isDirectory(host.get()))
                    .map(host -> finding(host.field("path", HostPathVolumeSource::getPath)));
        });
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
