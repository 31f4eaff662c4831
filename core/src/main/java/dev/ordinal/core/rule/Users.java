package dev.ordinal.core.rule;

import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.PodContainer;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecurityContext;
import org.jspecify.annotations.Nullable;

/** As which user a container runs, and how: its own words go before those of its pod. */
final class Users {
    private Users() {}

    static Located<Long> userField(Workload workload, PodContainer container) {
        Located<Long> own = context(container).field("runAsUser", SecurityContext::getRunAsUser);
        return own.isPresent() ? own : pod(workload).field("runAsUser", PodSecurityContext::getRunAsUser);
    }

    /** The user; null where none is written. */
    static @Nullable Long user(Workload workload, PodContainer container) {
        SecurityContext own = container.get().getSecurityContext();
        PodSecurityContext whole = workload.podSpec().getSecurityContext();
        Long user = own == null ? null : own.getRunAsUser();
        return user != null || whole == null ? user : whole.getRunAsUser();
    }

    static boolean isRoot(Workload workload, PodContainer container) {
        Long user = user(workload, container);
        return user != null && user == 0;
    }

    static boolean isNonRoot(Workload workload, PodContainer container) {
        SecurityContext own = container.get().getSecurityContext();
        PodSecurityContext whole = workload.podSpec().getSecurityContext();
        return (own != null && own.getRunAsNonRoot() != null)
                ? own.getRunAsNonRoot()
                : whole != null && Boolean.TRUE.equals(whole.getRunAsNonRoot());
    }

    /** The group that volumes get; null where none is written. */
    static @Nullable Long volumeGroup(Workload workload) {
        PodSecurityContext whole = workload.podSpec().getSecurityContext();
        return whole == null ? null : whole.getFsGroup();
    }

    static Located<SecurityContext> context(PodContainer container) {
        return container.field("securityContext", Container::getSecurityContext);
    }

    static Located<PodSecurityContext> pod(Workload workload) {
        return workload.pod().field("securityContext", PodSpec::getSecurityContext);
    }
}
