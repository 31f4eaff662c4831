package dev.ordinal.dsl;

import io.fabric8.kubernetes.api.model.Capabilities;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.SeccompProfile;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Sysctl;
import org.jspecify.annotations.Nullable;

/** What pods and containers may do. Nothing said is nothing printed. */
final class SecurityRenderer {
    private SecurityRenderer() {}

    static @Nullable PodSecurityContext pod(PodSecurity security) {
        if (security.equals(PodSecurity.unset())) {
            return null;
        }
        PodSecurityContext context = new PodSecurityContext();
        context.setRunAsNonRoot(security.nonRoot().orElse(null));
        context.setRunAsUser(security.user().orElse(null));
        context.setRunAsGroup(security.group().orElse(null));
        context.setFsGroup(security.volumeGroup().orElse(null));
        context.setFsGroupChangePolicy(security.volumeGroupChange()
                .or(() -> security.volumeGroup().map(group -> "OnRootMismatch"))
                .orElse(null));
        context.setSupplementalGroups(security.moreGroups());
        context.setSeccompProfile(
                security.seccomp().map(type -> new SeccompProfile(null, type)).orElse(null));
        context.setSysctls(security.sysctls().entrySet().stream()
                .map(entry -> new Sysctl(entry.getKey(), entry.getValue()))
                .toList());
        return context;
    }

    static @Nullable SecurityContext container(ContainerSecurity security) {
        if (security.equals(ContainerSecurity.unset())) {
            return null;
        }
        SecurityContext context = new SecurityContext();
        context.setPrivileged(security.isPrivileged().orElse(null));
        context.setAllowPrivilegeEscalation(security.allowEscalation().orElse(null));
        context.setReadOnlyRootFilesystem(security.readOnlyRoot().orElse(null));
        context.setRunAsNonRoot(security.nonRoot().orElse(null));
        context.setRunAsUser(security.user().orElse(null));
        context.setRunAsGroup(security.group().orElse(null));
        if (!security.addedCapabilities().isEmpty()
                || !security.droppedCapabilities().isEmpty()) {
            context.setCapabilities(new Capabilities(security.addedCapabilities(), security.droppedCapabilities()));
        }
        return context;
    }
}
