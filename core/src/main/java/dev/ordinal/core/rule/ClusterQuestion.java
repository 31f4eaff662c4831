package dev.ordinal.core.rule;

import dev.ordinal.core.graph.Located;
import dev.ordinal.core.image.ImageName;
import dev.ordinal.core.image.Table;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ExecAction;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.Probe;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a probe asks and that no member can answer alone.
 *
 * @param image the repository that is asked, without registry; {@code *} for any
 * @param words a part of the probe's path or command
 */
record ClusterQuestion(String image, String words) {
    private static final List<ClusterQuestion> TABLE = table();

    /** Asked of one member about itself, as Elasticsearch calls it. */
    private static final String LOCAL = "local=true";

    /** What the probe of a container asks of the cluster; null when it asks of the member only. */
    static @Nullable String in(Located<Container> container, Located<Probe> probe) {
        String asked = asked(probe);
        if (asked.isEmpty() || asked.contains(LOCAL)) {
            return null;
        }
        String written = container.get().getImage();
        String image = ImageName.of(written == null ? "" : written).repository();
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
        HTTPGetAction http = probe.isPresent() ? probe.get().getHttpGet() : null;
        ExecAction exec = probe.isPresent() ? probe.get().getExec() : null;
        if (http != null && http.getPath() != null && !http.getPath().isEmpty()) {
            return http.getPath();
        }
        return exec == null || exec.getCommand() == null ? "" : String.join(" ", exec.getCommand());
    }

    private static List<ClusterQuestion> table() {
        List<ClusterQuestion> table = new ArrayList<>();
        for (String[] row : Table.of(ClusterQuestion.class, "cluster-questions.txt", 2)) {
            table.add(new ClusterQuestion(row[0], row[1]));
        }
        return List.copyOf(table);
    }
}
