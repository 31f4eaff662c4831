package dev.ordinal.core.rule;

import dev.ordinal.core.graph.Located;
import dev.ordinal.core.image.ImageName;
import dev.ordinal.core.image.Table;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ExecAction;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.Probe;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a probe asks and that no member can answer alone.
 *
 * @param image the repository that is asked, without registry; {@code *} for any
 * @param words a part of the probe's path or command
 */
record ClusterQuestion(String image, String words) {
    private static final List<ClusterQuestion> TABLE =
            Table.of(ClusterQuestion.class, "cluster-questions.txt", 2).stream()
                    .map(row -> new ClusterQuestion(row[0], row[1]))
                    .toList();

    /** Asked of one member about itself, as Elasticsearch calls it. */
    private static final String LOCAL = "local=true";

    /** What the probe of a container asks of the cluster; null when it asks of the member only. */
    static @Nullable String in(Located<Container> container, Located<Probe> probe) {
        String asked = asked(probe);
        if (asked.isEmpty() || asked.contains(LOCAL)) {
            return null;
        }
        String image = ImageName.of(container.map(Container::getImage).or("")).repository();
        for (ClusterQuestion question : TABLE) {
            if (question.isAsked(image, asked)) {
                return question.words;
            }
        }
        return null;
    }

    /** A path is compared to its end, so that {@code /health} is not found in {@code /healthz}. */
    private boolean isAsked(String ofImage, String asked) {
        if (image.equals("*")) {
            return asked.contains(words);
        }
        return image.equals(ofImage) && asked.equals(words);
    }

    private static String asked(Located<Probe> probe) {
        String path = probe.map(Probe::getHttpGet).map(HTTPGetAction::getPath).or("");
        return path.isEmpty()
                ? String.join(
                        " ",
                        probe.map(Probe::getExec).map(ExecAction::getCommand).or(List.of()))
                : path;
    }
}
