package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.List;
import java.util.stream.Stream;

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
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return graph.workloads().stream().flatMap(Workload::containers).flatMap(container -> {
            List<Located<VolumeMount>> mounts = container
                    .each("volumeMounts", Container::getVolumeMounts)
                    .filter(m -> m.get().getMountPath() != null && m.get().getName() != null)
                    .filter(m -> !Mounts.isPart(m.get()))
                    .toList();
            return mounts.stream().flatMap(inner -> mounts.stream()
                    .filter(outer -> isInside(inner.get(), outer.get()))
                    .limit(1)
                    .map(outer -> finding(inner, outer.get())));
        });
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
        String above = Paths.normal(outer.getMountPath());
        String below = Paths.normal(inner.getMountPath());
        return inner.getName().equals(outer.getName()) && !above.equals(below) && Paths.covers(above, below);
    }
}
