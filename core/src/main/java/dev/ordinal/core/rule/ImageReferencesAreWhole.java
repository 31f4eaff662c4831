package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.PodContainer;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import dev.ordinal.core.image.ImageGrammar;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ImageVolumeSource;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.function.Consumer;

/** Every image is one that a kubelet can read. */
final class ImageReferencesAreWhole implements Rule {
    @Override
    public String about() {
        return """
                Every image is written without blanks, as `[host[:port]/]path[:tag][@digest]`, the path in lower case and the digest
                in full, and an image volume names its image. The API server takes anything in a template. It then refuses pods whose
                image has blanks around it or is missing; of any other text the kubelet says InvalidImageName, and the pod waits for ever.""";
    }

    private static final String REFUSED = "the API server takes it here, but refuses every pod that is made from it";
    private static final String UNREADABLE =
            "the API server takes it, but the kubelet can read no image from it (InvalidImageName), so no pod of it starts";

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload workload : graph.workloads()) {
            for (PodContainer container : workload.containers()) {
                String image = container.get().getImage();
                if (image != null && !image.isEmpty()) {
                    check(container.field("image", Container::getImage), found);
                }
            }
            for (Located<Volume> volume : workload.volumes()) {
                if (volume.get().getImage() != null) {
                    Located<String> reference =
                            volume.field("image", Volume::getImage).field("reference", ImageVolumeSource::getReference);
                    if (reference.or("").isEmpty()) {
                        found.accept(finding(
                                reference, REFUSED, "set reference to an image, such as registry.example/models:1.0"));
                    } else {
                        check(reference, found);
                    }
                }
            }
        }
    }

    private void check(Located<String> image, Consumer<Diagnostic> found) {
        String text = image.get();
        if (!ImageGrammar.accepts(text)) {
            found.accept(finding(image, text.equals(text.strip()) ? UNREADABLE : REFUSED, fix(text)));
        }
    }

    private static String fix(String image) {
        String lower = ImageGrammar.lowerCase(image);
        if (ImageGrammar.accepts(image.strip())) {
            return "write it without blanks: " + image.strip();
        }
        return ImageGrammar.accepts(lower)
                ? "write the repository in lower case: " + lower
                : "write it as registry.example/team/image:tag, or with @sha256: and 64 hexadecimal digits";
    }

    private Diagnostic finding(Located<String> image, String why, String fix) {
        return image.error(name(), Text.found(image.or("")), why, fix);
    }
}
