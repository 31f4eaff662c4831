package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.PodContainer;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import dev.ordinal.core.image.ImageName;
import io.fabric8.kubernetes.api.model.Container;
import java.util.Set;
import java.util.function.Consumer;

/** Every image has a tag that stands for one version, or a digest. */
final class ImageIsPinned implements Rule {
    @Override
    public String about() {
        return """
                Every image has a tag other than `latest` and its like (`stable`, `main`, `edge` …), or a digest. A moving tag gives each pod the version of the day
                on which its node pulled it: after a restart, members of one cluster run different versions, and there is nothing to
                roll back to.""";
    }

    private static final Set<String> MOVING = Set.of(
            "current",
            "dev",
            "develop",
            "edge",
            "latest",
            "lts",
            "main",
            "master",
            "nightly",
            "rolling",
            "snapshot",
            "stable");

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload workload : graph.workloads()) {
            for (PodContainer container : workload.containers()) {
                String image = container.get().getImage();
                if (image != null && !image.isEmpty() && isMoving(ImageName.of(image))) {
                    found.accept(container
                            .field("image", Container::getImage)
                            .warning(
                                    name(),
                                    Text.found(image),
                                    "the node that pulls it decides the version, so pods may run different ones after a"
                                            + " restart",
                                    "write the version that you mean as the tag, or a digest"));
                }
            }
        }
    }

    private static boolean isMoving(ImageName image) {
        return !image.isDigested() && (image.tag().isEmpty() || MOVING.contains(image.tag()));
    }
}
