package dev.ordinal.dsl;

import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What one container may do: its {@code securityContext}. The level is that of the <a
 * href="https://kubernetes.io/docs/concepts/security/pod-security-standards/">Pod Security Standards</a>; user and group
 * usually belong to the pod, see {@link PodSecurity}.
 */
@Word
@Value.Immutable(builder = false, singleton = true)
public interface ContainerSecurity extends WithContainerSecurity {
    /** No privilege escalation, all capabilities dropped: what level <i>restricted</i> asks of each container. */
    static ContainerSecurity restricted() {
        return ImmutableContainerSecurity.of().allowEscalation(false).droppedCapabilities("ALL");
    }

    /** Nothing said: the container runtime's defaults. The pod is then at level <i>baseline</i> at best. */
    static ContainerSecurity unset() {
        return ImmutableContainerSecurity.of();
    }

    /** Everything the node can do. The pod is then at level <i>privileged</i>. */
    static ContainerSecurity privileged() {
        return ImmutableContainerSecurity.of().privileged(true);
    }

    /** Whether it may gain rights that its parent process lacks. Default: the runtime's. */
    Optional<Boolean> allowEscalation();

    /** Whether it has all rights of the node. Default: no. */
    Optional<Boolean> isPrivileged();

    /** Capabilities that are taken away, such as {@code ALL}. Default: none. */
    List<String> droppedCapabilities();

    /** Capabilities that are given, such as {@code NET_BIND_SERVICE}. Default: none. */
    List<String> addedCapabilities();

    /** Whether the root file system can only be read. Default: no. */
    Optional<Boolean> readOnlyRoot();

    /** The user's number, for this container only. Default: the pod's. */
    Optional<Long> user();

    /** The group's number, for this container only. Default: the pod's. */
    Optional<Long> group();

    /** Whether the kubelet refuses to start it as root, for this container only. Default: the pod's. */
    Optional<Boolean> nonRoot();

    /** One more capability, by its name without {@code CAP_}. */
    default ContainerSecurity capability(String name) {
        return addedCapabilities(Append.to(addedCapabilities(), name));
    }
}
