package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.ResourceGraph;
import io.fabric8.kubernetes.api.model.EmptyDirVolumeSource;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.stream.Stream;

/** A volume in memory has a limit. */
final class MemoryVolumesAreLimited implements Rule {
    @Override
    public String about() {
        return """
                An `emptyDir` in memory has a `sizeLimit`. Without one it may grow as far as the memory of the pod, and every
                byte in it counts as the container's memory: files that nobody clears away end in a kill.""";
    }

    @Override
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return graph.workloads().stream()
                .flatMap(workload -> workload.pod().each("volumes", PodSpec::getVolumes))
                .map(volume -> volume.field("emptyDir", Volume::getEmptyDir))
                .filter(dir -> dir.map(EmptyDirVolumeSource::getMedium).or("").equals("Memory")
                        && !dir.map(EmptyDirVolumeSource::getSizeLimit).isPresent())
                .map(dir -> dir.field("sizeLimit", EmptyDirVolumeSource::getSizeLimit)
                        .warning(
                                name(),
                                "nothing, with medium: Memory",
                                "its files count as memory of the container, so that a full one ends in a kill",
                                "set sizeLimit, such as 64Mi, and count it into the memory limit"));
    }
}
