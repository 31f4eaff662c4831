package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** PostgreSQL finds an empty directory at its first start. */
final class FirstStartFindsEmptyDirectory implements Rule {
    @Override
    public String about() {
        return """
                A claim of PostgreSQL before version 18 is not mounted at the data directory itself, but above it, or in part by
                `subPath`. The root of a new disk often holds a directory `lost+found`, and PostgreSQL does not create its
                database in a directory that is not empty: the first start fails.""";
    }

    private static final String PATH = "/var/lib/postgresql/data";

    @Override
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return Sets.of(graph)
                .flatMap(set -> {
                    Set<String> claims = set.claimTemplates()
                            .map(template -> Sets.name(template).or(""))
                            .collect(Collectors.toSet());
                    return set.pod()
                            .each("containers", PodSpec::getContainers)
                            .filter(FirstStartFindsEmptyDirectory::isOld)
                            .flatMap(container -> container.each("volumeMounts", Container::getVolumeMounts))
                            .filter(mount ->
                                    claims.contains(String.valueOf(mount.get().getName()))
                                            && !Mounts.isPart(mount.get()))
                            .map(mount -> mount.field("mountPath", VolumeMount::getMountPath))
                            .filter(path -> Paths.normal(path.or("")).equals(PATH));
                })
                .map(path -> path.warning(
                        name(),
                        Text.found(path.get()),
                        "the root of a new disk often holds lost+found, and PostgreSQL does not create its database in a"
                                + " directory that is not empty",
                        "add subPath: data to the mount, or set PGDATA to " + PATH + "/pgdata"));
    }

    private static boolean isOld(Located<Container> container) {
        boolean isMoved = container
                .each("env", Container::getEnv)
                .anyMatch(v -> "PGDATA".equals(v.get().getName())
                        && !PATH.equals(Paths.normal(String.valueOf(v.get().getValue()))));
        return !isMoved && DataPath.of(container).stream().anyMatch(known -> PATH.equals(known.path()));
    }
}
