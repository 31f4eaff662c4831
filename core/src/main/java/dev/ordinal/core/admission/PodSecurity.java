package dev.ordinal.core.admission;

import dev.ordinal.core.diagnostic.ObjectRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The Pod Security Standard that a pod spec meets, and the checks that keep it from the stricter ones, by the names that the
 * API server's own admission plugin uses (version 1.36). A namespace that enforces a level refuses the pods, not the
 * StatefulSet.
 */
public final class PodSecurity {
    /** How much a pod may do, from everything to nearly nothing. */
    public enum Level {
        /** Anything goes. */
        PRIVILEGED,
        /** No known way to more rights. */
        BASELINE,
        /** Hardened. */
        RESTRICTED;

        /** The next stricter level, or itself if there is none. */
        public Level next() {
            return this == PRIVILEGED ? BASELINE : RESTRICTED;
        }
    }

    private static final Set<String> CAPABILITIES = Set.of(
            "AUDIT_WRITE",
            "CHOWN",
            "DAC_OVERRIDE",
            "FOWNER",
            "FSETID",
            "KILL",
            "MKNOD",
            "NET_BIND_SERVICE",
            "SETFCAP",
            "SETGID",
            "SETPCAP",
            "SETUID",
            "SYS_CHROOT");
    private static final Set<String> SYSCTLS = Set.of(
            "kernel.shm_rmid_forced",
            "net.ipv4.ip_local_port_range",
            "net.ipv4.tcp_syncookies",
            "net.ipv4.ping_group_range",
            "net.ipv4.ip_unprivileged_port_start",
            "net.ipv4.ip_local_reserved_ports",
            "net.ipv4.tcp_keepalive_time",
            "net.ipv4.tcp_fin_timeout",
            "net.ipv4.tcp_keepalive_intvl",
            "net.ipv4.tcp_keepalive_probes",
            "net.ipv4.tcp_rmem",
            "net.ipv4.tcp_wmem");
    private static final Set<String> SELINUX_TYPES =
            Set.of("", "container_t", "container_init_t", "container_kvm_t", "container_engine_t");
    private static final Set<String> VOLUMES = Set.of(
            "configMap",
            "csi",
            "downwardAPI",
            "emptyDir",
            "ephemeral",
            "image",
            "persistentVolumeClaim",
            "projected",
            "secret");
    private static final String APP_ARMOR = "container.apparmor.security.beta.kubernetes.io/";

    private final Node pod;
    private final Node context;
    private final List<Node> containers;
    private final Map<String, String> annotations;

    private PodSecurity(Node pod, Map<String, String> annotations) {
        this.pod = pod;
        this.context = pod.field("securityContext");
        this.containers = Stream.of("initContainers", "containers", "ephemeralContainers")
                .flatMap(list -> pod.each(list).stream())
                .toList();
        this.annotations = annotations;
    }

    /**
     * A pod spec as a plain tree.
     *
     * @param annotations the pod's annotations, in which old pods carry their AppArmor profiles
     */
    public static PodSecurity of(Map<String, @Nullable Object> podSpec, Map<String, String> annotations) {
        return new PodSecurity(Node.root(new Findings(ObjectRef.of("Pod", null, "")), podSpec), annotations);
    }

    /** The strictest level that the pod meets. */
    public Level level() {
        return !violations(Level.BASELINE).isEmpty()
                ? Level.PRIVILEGED
                : violations(Level.RESTRICTED).isEmpty() ? Level.RESTRICTED : Level.BASELINE;
    }

    /** The checks of a level that the pod fails; none for the privileged level. */
    public List<String> violations(Level level) {
        List<String> failed = new ArrayList<>();
        if (level != Level.PRIVILEGED) {
            baseline(failed);
        }
        if (level == Level.BASELINE) {
            fail(failed, "hostPath volumes", pod.each("volumes").stream().anyMatch(v -> v.field("hostPath")
                    .isPresent()));
            fail(failed, "non-default capabilities", capabilities().anyMatch(cap -> !CAPABILITIES.contains(cap)));
            fail(failed, "seccompProfile", profiles("seccompProfile").anyMatch(type -> type.is("Unconfined")));
            fail(failed, "procMount", !hasOwnUsers() && unmasked());
        } else if (level == Level.RESTRICTED) {
            restricted(failed);
        }
        return failed;
    }

    private static void fail(List<String> failed, String check, boolean fails) {
        if (fails) {
            failed.add(check);
        }
    }

    /** What both levels ask alike. */
    private void baseline(List<String> failed) {
        fail(failed, "privileged", own("privileged").anyMatch(Node::isTrue));
        fail(
                failed,
                "host namespaces",
                Stream.of("hostNetwork", "hostPID", "hostIPC")
                        .anyMatch(h -> pod.field(h).isTrue()));
        fail(failed, "hostPort", hostPort());
        fail(failed, "probe or lifecycle host", containers.stream().anyMatch(PodSecurity::callsHost));
        fail(failed, "forbidden AppArmor profile", appArmor());
        fail(
                failed,
                "seLinuxOptions",
                contexts().map(c -> c.field("seLinuxOptions")).anyMatch(PodSecurity::seLinux));
        fail(
                failed,
                "forbidden sysctls",
                context.each("sysctls").stream()
                        .anyMatch(
                                sysctl -> !SYSCTLS.contains(sysctl.field("name").text())));
        fail(failed, "hostProcess", contexts().anyMatch(c -> c.field("windowsOptions")
                .field("hostProcess")
                .isTrue()));
    }

    private void restricted(List<String> failed) {
        boolean windows = pod.field("os").field("name").is("windows");
        fail(failed, "restricted volume types", pod.each("volumes").stream().anyMatch(PodSecurity::isRestricted));
        fail(failed, "procMount", unmasked());
        if (!windows) {
            fail(
                    failed,
                    "allowPrivilegeEscalation",
                    own("allowPrivilegeEscalation").anyMatch(a -> !a.isFalse()));
            fail(failed, "unrestricted capabilities", containers.stream().anyMatch(PodSecurity::isUnrestricted));
            fail(failed, "seccompProfile", seccomp());
        }
        if (!hasOwnUsers()) {
            fail(failed, "runAsNonRoot", runsAsRoot());
            fail(failed, "runAsUser", contexts().map(c -> c.field("runAsUser")).anyMatch(u -> u.number(1) == 0));
        }
    }

    private boolean hasOwnUsers() {
        return pod.field("hostUsers").isFalse();
    }

    /** The security contexts of pod and containers. */
    private Stream<Node> contexts() {
        return Stream.concat(Stream.of(context), own());
    }

    private Stream<Node> own() {
        return containers.stream().map(container -> container.field("securityContext"));
    }

    /** A field of every container's own security context, present or not. */
    private Stream<Node> own(String field) {
        return own().map(one -> one.field(field));
    }

    private Stream<String> capabilities() {
        return own("capabilities")
                .flatMap(capabilities -> capabilities.each("add").stream())
                .map(Node::text);
    }

    private Stream<Node> profiles(String profile) {
        return contexts().map(one -> one.field(profile).field("type"));
    }

    private boolean unmasked() {
        return own("procMount").anyMatch(mount -> mount.isPresent() && !mount.is("Default"));
    }

    /** In the host's network every port of a pod becomes one of the host. */
    private boolean hostPort() {
        String number = pod.field("hostNetwork").isTrue() ? "containerPort" : "hostPort";
        return containers.stream()
                .flatMap(container -> container.each("ports").stream())
                .anyMatch(port -> port.field("hostPort").number(0) != 0
                        || port.field(number).number(0) != 0);
    }

    private static boolean callsHost(Node container) {
        return Stream.of("livenessProbe", "readinessProbe", "startupProbe")
                        .map(container::field)
                        .anyMatch(PodSecurity::namesHost)
                || Stream.of("postStart", "preStop")
                        .map(container.field("lifecycle")::field)
                        .anyMatch(PodSecurity::namesHost);
    }

    private static boolean namesHost(Node handler) {
        return !handler.field("httpGet").field("host").isEmpty()
                || !handler.field("tcpSocket").field("host").isEmpty();
    }

    private boolean appArmor() {
        return profiles("appArmorProfile")
                        .anyMatch(type -> type.isPresent() && !type.isOneOf("RuntimeDefault", "Localhost"))
                || annotations.entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith(APP_ARMOR))
                        .map(Map.Entry::getValue)
                        .anyMatch(profile -> !profile.isEmpty()
                                && !profile.equals("runtime/default")
                                && !profile.startsWith("localhost/"));
    }

    private static boolean seLinux(Node options) {
        return !SELINUX_TYPES.contains(options.field("type").text())
                || !options.field("user").isEmpty()
                || !options.field("role").isEmpty();
    }

    private static boolean isRestricted(Node volume) {
        return !VOLUMES.contains(Volumes.kind(volume));
    }

    private static boolean isUnrestricted(Node container) {
        Node capabilities = container.field("securityContext").field("capabilities");
        return capabilities.each("drop").stream().noneMatch(cap -> cap.is("ALL"))
                || capabilities.each("add").stream().anyMatch(cap -> !cap.is("NET_BIND_SERVICE"));
    }

    /** Whether some container lacks a profile, or anyone names a wrong one. */
    private boolean seccomp() {
        boolean whole = context.field("seccompProfile").field("type").isOneOf("RuntimeDefault", "Localhost");
        return isWrong(context.field("seccompProfile").field("type"))
                || own("seccompProfile")
                        .map(profile -> profile.field("type"))
                        .anyMatch(type -> isWrong(type) || (!whole && !type.isPresent()));
    }

    private static boolean isWrong(Node type) {
        return type.isPresent() && !type.isOneOf("RuntimeDefault", "Localhost");
    }

    private boolean runsAsRoot() {
        Node whole = context.field("runAsNonRoot");
        return whole.isFalse()
                || own("runAsNonRoot").anyMatch(one -> one.isFalse() || (!one.isPresent() && !whole.isTrue()));
    }
}
