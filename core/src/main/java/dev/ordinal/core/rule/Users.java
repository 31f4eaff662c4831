package dev.ordinal.core.rule;

import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecurityContext;

/** As which user a container runs, and how: its own words go before those of its pod. */
final class Users {
    private Users() {}

    static Located<Long> user(Workload workload, Located<Container> container) {
        Located<Long> own = context(container).field("runAsUser", SecurityContext::getRunAsUser);
        return own.isPresent() ? own : pod(workload).field("runAsUser", PodSecurityContext::getRunAsUser);
    }

    static boolean isNonRoot(Workload workload, Located<Container> container) {
        return context(container)
                .map(SecurityContext::getRunAsNonRoot)
                .or(pod(workload).map(PodSecurityContext::getRunAsNonRoot).or(false));
    }

    static Located<SecurityContext> context(Located<Container> container) {
        return container.field("securityContext", Container::getSecurityContext);
    }

    static Located<PodSecurityContext> pod(Workload workload) {
        return workload.pod().field("securityContext", PodSpec::getSecurityContext);
    }
}
