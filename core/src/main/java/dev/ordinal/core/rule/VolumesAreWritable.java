package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A process that is not root can write to its new disk. */
final class VolumesAreWritable implements Rule {
    @Override
    public String about() {
        return """
                A StatefulSet with claims that runs as a user other than root sets `fsGroup`. A new file system belongs to root:
                without the group, the process may not write to it, and its first start fails. A set with an init container that
                runs as root is accepted, because it may change the owner.""";
    }

    @Override
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return Sets.of(graph)
                .filter(set ->
                        !Users.pod(set).map(PodSecurityContext::getFsGroup).isPresent())
                .filter(set -> set.pod()
                        .each("initContainers", PodSpec::getInitContainers)
                        .noneMatch(init -> Users.user(set, init).or(-1L) == 0))
                .filter(VolumesAreWritable::isWrittenByUser)
                .map(
                        set -> Users.pod(set)
                                .field("fsGroup", PodSecurityContext::getFsGroup)
                                .warning(
                                        name(),
                                        "nothing, for a user who is not root",
                                        "a new disk belongs to root, so on most of them the process may not write, and the first"
                                                + " start fails",
                                        "set fsGroup to the group of the image's user, and fsGroupChangePolicy: OnRootMismatch"));
    }

    private static boolean isWrittenByUser(Workload set) {
        Set<String> claims =
                set.claimTemplates().map(template -> Sets.name(template).or("")).collect(Collectors.toSet());
        return set.pod()
                .each("containers", PodSpec::getContainers)
                .filter(container -> Users.user(set, container).or(0L) > 0)
                .flatMap(container -> container.each("volumeMounts", Container::getVolumeMounts))
                .map(Located::get)
                .anyMatch(mount ->
                        !Boolean.TRUE.equals(mount.getReadOnly()) && claims.contains(String.valueOf(mount.getName())));
    }
}
