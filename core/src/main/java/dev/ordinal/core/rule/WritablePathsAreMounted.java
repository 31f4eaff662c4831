package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

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
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return Sets.of(graph)
                .filter(set -> Told.to(graph, set)
                        .noneMatch(text -> text.get().toLowerCase(Locale.ROOT).contains("socket")))
                .flatMap(set -> set.pod().each("containers", PodSpec::getContainers))
                .filter(c -> c.map(Container::getCommand).or(List.of()).isEmpty())
                .flatMap(this::check);
    }

    private Stream<Diagnostic> check(Located<Container> container) {
        Located<Boolean> isReadOnly =
                Users.context(container).field("readOnlyRootFilesystem", SecurityContext::getReadOnlyRootFilesystem);
        String image = ImageName.of(container.map(Container::getImage).or("")).repository();
        String path = PATHS.get(image);
        return path != null && isReadOnly.or(false) && !isMounted(container, path)
                ? Stream.of(isReadOnly.warning(
                        name(),
                        "true, and nothing mounted at " + path,
                        image + " makes its socket there, cannot, and stops",
                        "mount an emptyDir at " + path))
                : Stream.empty();
    }

    /** In these images {@code /var/run} is another name of {@code /run}. */
    private static boolean isMounted(Located<Container> container, String path) {
        return container
                .each("volumeMounts", Container::getVolumeMounts)
                .map(mount -> Paths.normal(mount.map(VolumeMount::getMountPath).or("/nowhere")))
                .anyMatch(mount ->
                        Paths.covers(mount.replaceFirst("^/var/run", "/run"), path.replaceFirst("^/var/run", "/run"))
                                && !mount.isEmpty());
    }
}
