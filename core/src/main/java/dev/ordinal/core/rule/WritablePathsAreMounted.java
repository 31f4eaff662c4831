package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.PodContainer;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import dev.ordinal.core.image.ImageName;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.Map;
import java.util.function.Consumer;

/** A read-only image can still make its sockets. */
final class WritablePathsAreMounted implements Rule {
    @Override
    public String about() {
        return """
                A container of PostgreSQL, MySQL, MariaDB or MongoDB with `readOnlyRootFilesystem: true` has a writable volume
                where the server makes its socket: `/var/run/postgresql`, `/var/run/mysqld`, `/run/mysqld` or `/tmp`. Otherwise
                it cannot, and stops. A container with a command of its own, or with a word about sockets among its settings, is
                not judged.""";
    }

    private static final Map<String, String> PATHS = Map.of(
            "postgres", "/var/run/postgresql",
            "mysql", "/var/run/mysqld",
            "mariadb", "/run/mysqld",
            "mongo", "/tmp");

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            for (PodContainer container : set.appContainers()) {
                SecurityContext context = container.get().getSecurityContext();
                String image = container.get().getImage();
                if (context != null
                        && image != null
                        && Boolean.TRUE.equals(context.getReadOnlyRootFilesystem())
                        && container.command().isEmpty()) {
                    check(graph, set, container, ImageName.of(image).repository(), found);
                }
            }
        }
    }

    private void check(
            ResourceGraph graph, Workload set, PodContainer container, String image, Consumer<Diagnostic> found) {
        String path = PATHS.get(image);
        if (path != null && !isMounted(container, path) && !speaksOfSockets(graph, set)) {
            found.accept(Users.context(container)
                    .field("readOnlyRootFilesystem", SecurityContext::getReadOnlyRootFilesystem)
                    .warning(
                            name(),
                            "true, and nothing mounted at " + path,
                            image + " makes its socket there, cannot, and stops",
                            "mount an emptyDir at " + path));
        }
    }

    private static boolean speaksOfSockets(ResourceGraph graph, Workload set) {
        for (Located<String> text : Told.to(graph, set)) {
            if (Text.contains(text.get(), "socket")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMounted(PodContainer container, String path) {
        for (Located<VolumeMount> mount : container.mounts()) {
            String written = mount.get().getMountPath();
            String above = written == null ? "" : run(Paths.normal(written));
            if (!above.isEmpty() && Paths.covers(above, run(path))) {
                return true;
            }
        }
        return false;
    }

    /** In these images {@code /var/run} is another name of {@code /run}. */
    private static String run(String path) {
        return path.startsWith("/var/run") ? path.substring("/var".length()) : path;
    }
}
