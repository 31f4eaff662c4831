package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.Sysctl;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A kernel parameter of a pod is one that a pod can have. */
final class SysctlsAreNamespaced implements Rule {
    @Override
    public String about() {
        return """
                The `sysctls` of a pod are parameters that each pod can have for itself: those under `net.`, `kernel.shm`,
                `kernel.msg`, `kernel.sem` and `fs.mqueue.`. Others, such as `vm.max_map_count`, belong to the whole node, and
                the kubelet refuses the pod. Of those that a pod can have, all but a few safe ones must be allowed on the node:
                a warning.""";
    }

    private static final List<String> NAMESPACED =
            List.of("net.", "kernel.shm", "kernel.msg", "kernel.sem", "fs.mqueue.");
    private static final Set<String> SAFE = Set.of(
            "kernel.shm_rmid_forced",
            "net.ipv4.ip_local_port_range",
            "net.ipv4.ip_local_reserved_ports",
            "net.ipv4.ip_unprivileged_port_start",
            "net.ipv4.ping_group_range",
            "net.ipv4.tcp_fin_timeout",
            "net.ipv4.tcp_keepalive_intvl",
            "net.ipv4.tcp_keepalive_probes",
            "net.ipv4.tcp_keepalive_time",
            "net.ipv4.tcp_rmem",
            "net.ipv4.tcp_syncookies",
            "net.ipv4.tcp_wmem");

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload workload : graph.workloads()) {
            PodSecurityContext context = workload.podSpec().getSecurityContext();
            if (context == null
                    || context.getSysctls() == null
                    || context.getSysctls().isEmpty()) {
                continue;
            }
            for (Located<Sysctl> sysctl : Users.pod(workload).each("sysctls", PodSecurityContext::getSysctls)) {
                Located<String> name = sysctl.field("name", Sysctl::getName);
                if (!name.or("").isEmpty() && !SAFE.contains(dotted(name.get()))) {
                    found.accept(finding(name));
                }
            }
        }
    }

    private Diagnostic finding(Located<String> name) {
        return NAMESPACED.stream().anyMatch(dotted(name.get())::startsWith)
                ? name.warning(
                        name(),
                        Text.found(name.get()),
                        "a kubelet refuses the pod unless the parameter is among its allowed unsafe ones",
                        "allow it on the nodes with --allowed-unsafe-sysctls, or remove it")
                : name.error(
                        name(),
                        Text.found(name.get()),
                        "the parameter belongs to the whole node, and every kubelet refuses a pod that sets it",
                        "set it on the nodes themselves, and remove it here");
    }

    private static String dotted(String name) {
        return name.replace('/', '.');
    }
}
