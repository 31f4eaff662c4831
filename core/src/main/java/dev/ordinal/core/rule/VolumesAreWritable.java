package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.PodContainer;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.function.Consumer;

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
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            if (Users.volumeGroup(set) == null && isWrittenByUser(set) && !startsAsRoot(set)) {
                found.accept(
                        Users.pod(set)
                                .field("fsGroup", PodSecurityContext::getFsGroup)
                                .warning(
                                        name(),
                                        "nothing, for a user who is not root",
                                        "a new disk belongs to root, so on most of them the process may not write, and the first"
                                                + " start fails",
                                        "set fsGroup to the group of the image's user, and fsGroupChangePolicy: OnRootMismatch"));
            }
        }
    }

    private static boolean startsAsRoot(Workload set) {
        for (PodContainer container : set.containers()) {
            if (container.isInit() && Users.isRoot(set, container)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWrittenByUser(Workload set) {
        for (PodContainer container : set.appContainers()) {
            Long user = Users.user(set, container);
            for (Located<VolumeMount> mount : container.mounts()) {
                if (user != null
                        && user > 0
                        && !Boolean.TRUE.equals(mount.get().getReadOnly())
                        && Sets.hasClaim(set, mount.get().getName())) {
                    return true;
                }
            }
        }
        return false;
    }
}
