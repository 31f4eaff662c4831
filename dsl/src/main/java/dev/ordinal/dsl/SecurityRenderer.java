package dev.ordinal.dsl;

import io.fabric8.kubernetes.api.model.Capabilities;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.SeccompProfile;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Sysctl;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        context.setFsGroupChangePolicy(
                security.volumeGroupChange().orElse(security.volumeGroup().isPresent() ? "OnRootMismatch" : null));
        context.setSupplementalGroups(security.moreGroups());
        if (security.seccomp().isPresent()) {
            context.setSeccompProfile(
                    new SeccompProfile(null, security.seccomp().get()));
        }
        List<Sysctl> sysctls = new ArrayList<>();
        for (Map.Entry<String, String> one : security.sysctls().entrySet()) {
            sysctls.add(new Sysctl(one.getKey(), one.getValue()));
        }
        context.setSysctls(sysctls);
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
