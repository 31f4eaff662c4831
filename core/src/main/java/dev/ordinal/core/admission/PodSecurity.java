package dev.ordinal.core.admission;

import dev.ordinal.core.diagnostic.ObjectRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private final List<Node> containers = new ArrayList<>();
    /** The security contexts of the containers. */
    private final List<Node> own = new ArrayList<>();
    /** The security contexts of pod and containers. */
    private final List<Node> contexts = new ArrayList<>();

    private final Map<String, String> annotations;

    private PodSecurity(Node pod, Map<String, String> annotations) {
        this.pod = pod;
        this.context = pod.field("securityContext");
        this.annotations = annotations;
        contexts.add(context);
        for (String list : List.of("initContainers", "containers", "ephemeralContainers")) {
            for (Node container : pod.each(list)) {
                Node one = container.field("securityContext");
                containers.add(container);
                own.add(one);
                contexts.add(one);
            }
        }
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
            fail(failed, "hostPath volumes", hostPaths());
            fail(failed, "non-default capabilities", addsCapabilities());
            fail(failed, "seccompProfile", unconfined());
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
        fail(failed, "privileged", privileged());
        fail(
                failed,
                "host namespaces",
                pod.field("hostNetwork").isTrue()
                        || pod.field("hostPID").isTrue()
                        || pod.field("hostIPC").isTrue());
        fail(failed, "hostPort", hostPort());
        fail(failed, "probe or lifecycle host", callsHost());
        fail(failed, "forbidden AppArmor profile", appArmor() || oldAppArmor());
        fail(failed, "seLinuxOptions", seLinux());
        fail(failed, "forbidden sysctls", sysctls());
        fail(failed, "hostProcess", hostProcess());
    }

    private void restricted(List<String> failed) {
        boolean windows = pod.field("os").field("name").is("windows");
        fail(failed, "restricted volume types", restrictedVolumes());
        fail(failed, "procMount", unmasked());
        if (!windows) {
            fail(failed, "allowPrivilegeEscalation", mayEscalate());
            fail(failed, "unrestricted capabilities", keepsCapabilities());
            fail(failed, "seccompProfile", seccomp());
        }
        if (!hasOwnUsers()) {
            fail(failed, "runAsNonRoot", runsAsRoot());
            fail(failed, "runAsUser", isUserZero());
        }
    }

    private boolean hasOwnUsers() {
        return pod.field("hostUsers").isFalse();
    }

    private boolean hostPaths() {
        for (Node volume : pod.each("volumes")) {
            if (volume.field("hostPath").isPresent()) {
                return true;
            }
        }
        return false;
    }

    private boolean addsCapabilities() {
        for (Node one : own) {
            for (Node capability : one.field("capabilities").each("add")) {
                if (!CAPABILITIES.contains(capability.text())) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean unconfined() {
        for (Node one : contexts) {
            if (one.field("seccompProfile").field("type").is("Unconfined")) {
                return true;
            }
        }
        return false;
    }

    private boolean unmasked() {
        for (Node one : own) {
            Node mount = one.field("procMount");
            if (mount.isPresent() && !mount.is("Default")) {
                return true;
            }
        }
        return false;
    }

    private boolean privileged() {
        for (Node one : own) {
            if (one.field("privileged").isTrue()) {
                return true;
            }
        }
        return false;
    }

    /** In the host's network every port of a pod becomes one of the host. */
    private boolean hostPort() {
        String number = pod.field("hostNetwork").isTrue() ? "containerPort" : "hostPort";
        for (Node container : containers) {
            for (Node port : container.each("ports")) {
                if (port.field("hostPort").number(0) != 0 || port.field(number).number(0) != 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean callsHost() {
        for (Node container : containers) {
            Node lifecycle = container.field("lifecycle");
            if (namesHost(container.field("livenessProbe"))
                    || namesHost(container.field("readinessProbe"))
                    || namesHost(container.field("startupProbe"))
                    || namesHost(lifecycle.field("postStart"))
                    || namesHost(lifecycle.field("preStop"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean namesHost(Node handler) {
        return !handler.field("httpGet").field("host").isEmpty()
                || !handler.field("tcpSocket").field("host").isEmpty();
    }

    private boolean appArmor() {
        for (Node one : contexts) {
            if (isWrong(one.field("appArmorProfile").field("type"))) {
                return true;
            }
        }
        return false;
    }

    private boolean oldAppArmor() {
        for (Map.Entry<String, String> annotation : annotations.entrySet()) {
            String profile = annotation.getValue();
            if (annotation.getKey().startsWith(APP_ARMOR)
                    && !profile.isEmpty()
                    && !profile.equals("runtime/default")
                    && !profile.startsWith("localhost/")) {
                return true;
            }
        }
        return false;
    }

    private boolean seLinux() {
        for (Node one : contexts) {
            Node options = one.field("seLinuxOptions");
            if (!SELINUX_TYPES.contains(options.field("type").text())
                    || !options.field("user").isEmpty()
                    || !options.field("role").isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private boolean sysctls() {
        for (Node sysctl : context.each("sysctls")) {
            if (!SYSCTLS.contains(sysctl.field("name").text())) {
                return true;
            }
        }
        return false;
    }

    private boolean hostProcess() {
        for (Node one : contexts) {
            if (one.field("windowsOptions").field("hostProcess").isTrue()) {
                return true;
            }
        }
        return false;
    }

    private boolean restrictedVolumes() {
        for (Node volume : pod.each("volumes")) {
            if (!VOLUMES.contains(Volumes.kind(volume))) {
                return true;
            }
        }
        return false;
    }

    private boolean mayEscalate() {
        for (Node one : own) {
            if (!one.field("allowPrivilegeEscalation").isFalse()) {
                return true;
            }
        }
        return false;
    }

    private boolean keepsCapabilities() {
        for (Node one : own) {
            Node capabilities = one.field("capabilities");
            boolean dropsAll = false;
            for (Node capability : capabilities.each("drop")) {
                dropsAll |= capability.is("ALL");
            }
            for (Node capability : capabilities.each("add")) {
                dropsAll &= capability.is("NET_BIND_SERVICE");
            }
            if (!dropsAll) {
                return true;
            }
        }
        return false;
    }

    /** Whether some container lacks a profile, or anyone names a wrong one. */
    private boolean seccomp() {
        Node whole = context.field("seccompProfile").field("type");
        for (Node one : own) {
            Node type = one.field("seccompProfile").field("type");
            if (isWrong(type) || (!type.isPresent() && !whole.isPresent())) {
                return true;
            }
        }
        return isWrong(whole);
    }

    private static boolean isWrong(Node type) {
        return type.isPresent() && !type.isOneOf("RuntimeDefault", "Localhost");
    }

    private boolean runsAsRoot() {
        Node whole = context.field("runAsNonRoot");
        for (Node context : own) {
            Node one = context.field("runAsNonRoot");
            if (one.isFalse() || (!one.isPresent() && !whole.isTrue())) {
                return true;
            }
        }
        return whole.isFalse();
    }

    private boolean isUserZero() {
        for (Node one : contexts) {
            if (one.field("runAsUser").number(1) == 0) {
                return true;
            }
        }
        return false;
    }
}
