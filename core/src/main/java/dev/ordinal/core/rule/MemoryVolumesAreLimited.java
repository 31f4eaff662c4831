package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.EmptyDirVolumeSource;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.function.Consumer;

/** A volume in memory has a limit. */
final class MemoryVolumesAreLimited implements Rule {
    @Override
    public String about() {
        return """
                An `emptyDir` in memory has a `sizeLimit`. Without one it may grow as far as the memory of the pod, and every
                byte in it counts as the container's memory: files that nobody clears away end in a kill.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload workload : graph.workloads()) {
            for (Located<Volume> volume : workload.volumes()) {
                EmptyDirVolumeSource dir = volume.get().getEmptyDir();
                if (dir != null && "Memory".equals(dir.getMedium()) && dir.getSizeLimit() == null) {
                    found.accept(volume.field("emptyDir", Volume::getEmptyDir)
                            .field("sizeLimit", EmptyDirVolumeSource::getSizeLimit)
                            .warning(
                                    name(),
                                    "nothing, with medium: Memory",
                                    "its files count as memory of the container, so that a full one ends in a kill",
                                    "set sizeLimit, such as 64Mi, and count it into the memory limit"));
                }
            }
        }
    }
}
