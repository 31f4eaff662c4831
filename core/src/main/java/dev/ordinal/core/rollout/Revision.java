package dev.ordinal.core.rollout;

import dev.ordinal.core.yaml.Trees;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A template that pods were or will be made from. As in the cluster, it is known by its content alone: a template that
 * comes back is the old revision, and pods that still run it count as updated.
 *
 * @param number from 1, in the order in which the templates were first seen
 * @param template the content
 * @param image the image of the first container, or an empty text
 * @param broken whether its pods run and never get ready: an image says {@code broken}
 * @param times how long its pods take
 */
record Revision(int number, Map<String, @Nullable Object> template, String image, boolean broken, PodTimes times) {
    static Revision of(int number, StatefulSet set) {
        List<String> images = images(set);
        return new Revision(
                number,
                content(set),
                images.isEmpty() ? "" : images.get(0),
                images.stream().anyMatch(image -> image.contains("broken")),
                PodTimes.of(set));
    }

    boolean isMadeFrom(StatefulSet set) {
        return template.equals(content(set));
    }

    private static Map<String, @Nullable Object> content(StatefulSet set) {
        StatefulSetSpec spec = new StatefulSetSpec();
        spec.setTemplate(set.getSpec() == null ? null : set.getSpec().getTemplate());
        StatefulSet bare = new StatefulSet();
        bare.setSpec(spec);
        return Trees.of(bare);
    }

    private static List<String> images(StatefulSet set) {
        PodTemplateSpec template = set.getSpec() == null ? null : set.getSpec().getTemplate();
        if (template == null || template.getSpec() == null || template.getSpec().getContainers() == null) {
            return List.of();
        }
        return template.getSpec().getContainers().stream()
                .filter(Objects::nonNull)
                .map(Container::getImage)
                .map(image -> image == null ? "" : image)
                .toList();
    }
}
