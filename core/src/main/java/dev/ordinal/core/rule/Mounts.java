package dev.ordinal.core.rule;

import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.VolumeDevice;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of the volumes that a container uses. */
final class Mounts {
    private Mounts() {}

    static Stream<Located<String>> files(Located<Container> container) {
        return container
                .each("volumeMounts", Container::getVolumeMounts)
                .map(m -> m.field("name", VolumeMount::getName));
    }

    static Stream<Located<String>> devices(Located<Container> container) {
        return container
                .each("volumeDevices", Container::getVolumeDevices)
                .map(d -> d.field("name", VolumeDevice::getName));
    }

    /** Whether only a part of the volume is mounted. */
    static boolean isPart(VolumeMount mount) {
        return Stream.of(mount.getSubPath(), mount.getSubPathExpr()).anyMatch(path -> path != null && !path.isEmpty());
    }

    static Set<String> names(Workload workload) {
        return workload.containers()
                .flatMap(container -> Stream.concat(files(container), devices(container)))
                .filter(Located::isPresent)
                .map(Located::get)
                .collect(Collectors.toSet());
    }
}
