package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.PodContainer;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** No volume is mounted inside itself. */
final class VolumesAreMountedOnce implements Rule {
    @Override
    public String about() {
        return """
                No container mounts a volume at a path and again below that path, unless by parts of it (`subPath`). The second
                mount hides what the first shows there, and what is written through one of them appears at two places of the
                other.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload workload : graph.workloads()) {
            for (PodContainer container : workload.containers()) {
                for (Located<VolumeMount> mount : container.mounts()) {
                    VolumeMount outer = container.mounts().size() < 2 ? null : outer(container, mount.get());
                    if (outer != null) {
                        found.accept(finding(mount, outer));
                    }
                }
            }
        }
    }

    /** The first mount of the same volume around another one. */
    private static @Nullable VolumeMount outer(PodContainer container, VolumeMount inner) {
        for (Located<VolumeMount> outer : container.mounts()) {
            if (inner.getName() != null
                    && inner.getName().equals(outer.get().getName())
                    && isInside(inner, outer.get())) {
                return outer.get();
            }
        }
        return null;
    }

    private Diagnostic finding(Located<VolumeMount> inner, VolumeMount outer) {
        return inner.field("mountPath", VolumeMount::getMountPath)
                .warning(
                        name(),
                        Text.found(inner.get().getMountPath()),
                        "the volume \"" + outer.getName() + "\" is mounted at " + outer.getMountPath()
                                + " too, so the same files are there twice, one inside the other",
                        "remove one of the two mounts, or mount a part of the volume with subPath");
    }

    private static boolean isInside(VolumeMount inner, VolumeMount outer) {
        if (inner.getMountPath() == null
                || outer.getMountPath() == null
                || Mounts.isPart(inner)
                || Mounts.isPart(outer)) {
            return false;
        }
        String above = Paths.normal(outer.getMountPath());
        String below = Paths.normal(inner.getMountPath());
        return !above.equals(below) && Paths.covers(above, below);
    }
}
