package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ImageVolumeSource;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.stream.Stream;

/** Every image is named, without blanks around it. */
final class ImageReferencesAreWhole implements Rule {
    @Override
    public String about() {
        return """
                Every image is written without blanks around it, and an image volume names its image. The API server takes both
                in a template and refuses every pod that is made from it.""";
    }

    @Override
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return graph.workloads().stream()
                .flatMap(workload -> Stream.concat(
                        workload.containers()
                                .map(container -> container.field("image", Container::getImage))
                                .filter(image ->
                                        !image.or("").equals(image.or("").strip()))
                                .map(image -> finding(
                                        image,
                                        "write it without blanks: "
                                                + image.get().strip())),
                        workload.pod()
                                .each("volumes", PodSpec::getVolumes)
                                .map(volume -> volume.field("image", Volume::getImage))
                                .filter(image -> image.isPresent()
                                        && image.map(ImageVolumeSource::getReference)
                                                .or("")
                                                .isEmpty())
                                .map(image -> finding(
                                        image.field("reference", ImageVolumeSource::getReference),
                                        "set reference to an image, such as registry.example/models:1.0"))));
    }

    private Diagnostic finding(Located<String> image, String fix) {
        return image.error(
                name(),
                Text.found(image.or("")),
                "the API server takes it here, but refuses every pod that is made from it",
                fix);
    }
}
