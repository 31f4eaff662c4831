package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.PodContainer;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ImageVolumeSource;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.function.Consumer;

/** Every image is named, without blanks around it. */
final class ImageReferencesAreWhole implements Rule {
    @Override
    public String about() {
        return """
                Every image is written without blanks around it, and an image volume names its image. The API server takes both
                in a template and refuses every pod that is made from it.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload workload : graph.workloads()) {
            for (PodContainer container : workload.containers()) {
                String image = container.get().getImage();
                if (image != null && !image.equals(image.strip())) {
                    found.accept(finding(
                            container.field("image", Container::getImage),
                            "write it without blanks: " + image.strip()));
                }
            }
            for (Located<Volume> volume : workload.volumes()) {
                ImageVolumeSource image = volume.get().getImage();
                if (image != null
                        && (image.getReference() == null || image.getReference().isEmpty())) {
                    found.accept(finding(
                            volume.field("image", Volume::getImage).field("reference", ImageVolumeSource::getReference),
                            "set reference to an image, such as registry.example/models:1.0"));
                }
            }
        }
    }

    private Diagnostic finding(Located<String> image, String fix) {
        return image.error(
                name(),
                Text.found(image.or("")),
                "the API server takes it here, but refuses every pod that is made from it",
                fix);
    }
}
