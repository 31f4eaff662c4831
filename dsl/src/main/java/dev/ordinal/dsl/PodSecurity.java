package dev.ordinal.dsl;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** What the containers of a pod may do together: the pod's {@code securityContext}. */
@Word
@Value.Immutable(builder = false, singleton = true)
public interface PodSecurity extends WithPodSecurity {
    /** Not as root, with the runtime's default seccomp profile: what level <i>restricted</i> asks of the pod. */
    static PodSecurity restricted() {
        return ImmutablePodSecurity.of().nonRoot(true).seccomp("RuntimeDefault");
    }

    /** Nothing said: the runtime's defaults, root included. The explicit word to relax the pod's security. */
    static PodSecurity unset() {
        return ImmutablePodSecurity.of();
    }

    /** Whether the kubelet refuses to start a container as root. Default: not said. */
    Optional<Boolean> nonRoot();

    /** The user's number for all containers. Default: each image's. */
    Optional<Long> user();

    /** The group's number for all containers. Default: each image's. */
    Optional<Long> group();

    /** The group that owns the volumes, so that a user who is not root can write. Default: the volumes stay as they are. */
    Optional<Long> volumeGroup();

    /**
     * When the owner of a volume's files is changed: {@code OnRootMismatch}, only if the volume's root differs, or
     * {@code Always}, which takes minutes at every start of a big volume. Default: {@code OnRootMismatch} with a volume group.
     */
    Optional<String> volumeGroupChange();

    /** More groups of the processes. Default: none. */
    List<Long> moreGroups();

    /** The seccomp profile's type, {@code RuntimeDefault} or {@code Unconfined}. Default: not said. */
    Optional<String> seccomp();

    /** Kernel parameters of the pod, only namespaced ones. Default: none. */
    Map<String, String> sysctls();

    /** That user and the group and volume group of the same number. */
    default PodSecurity runAs(long user) {
        return runAs(user, user);
    }

    /** That user and that group, which owns the volumes as well. */
    default PodSecurity runAs(long user, long group) {
        return user(user).group(group).volumeGroup(group);
    }

    /** One more kernel parameter. */
    default PodSecurity sysctl(String name, String value) {
        return sysctls(Append.to(sysctls(), name, value));
    }
}
