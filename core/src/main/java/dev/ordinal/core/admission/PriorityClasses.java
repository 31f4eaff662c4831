package dev.ordinal.core.admission;

import java.util.Map;

/** PriorityClass, scheduling.k8s.io/v1. */
final class PriorityClasses {
    private static final long HIGHEST = 1_000_000_000;
    /** The classes of the system itself, which exist already. */
    private static final Map<String, Long> OF_SYSTEM =
            Map.of("system-cluster-critical", 2_000_000_000L, "system-node-critical", 2_000_001_000L);

    private PriorityClasses() {}

    static void check(Node priority) {
        Metadata.check(priority, Names.DNS_SUBDOMAIN);
        Node value = priority.field("value");
        String name = Metadata.nameOf(priority);
        if (name.startsWith("system-")) {
            boolean known = Long.valueOf(value.number(0)).equals(OF_SYSTEM.get(name))
                    && !priority.field("globalDefault").isTrue();
            if (!known) {
                priority.field("metadata")
                        .field("name")
                        .forbidden(
                                "names that begin with system- are kept for Kubernetes itself", "write another name");
            }
        } else if (value.number(0) > HIGHEST) {
            value.forbidden("higher values are kept for Kubernetes itself", "write 1000000000 or less");
        }
        Pods.preemption(priority.field("preemptionPolicy"));
    }
}
