package dev.ordinal.core.admission;

import io.fabric8.kubernetes.api.model.AppArmorProfile;
import io.fabric8.kubernetes.api.model.Capabilities;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.Lifecycle;
import io.fabric8.kubernetes.api.model.LifecycleHandler;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.SELinuxOptions;
import io.fabric8.kubernetes.api.model.SeccompProfile;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Sysctl;
import io.fabric8.kubernetes.api.model.TCPSocketAction;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.WindowsSecurityContextOptions;
import java.util.ArrayList;
import java.util.EnumSet;
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
    private static final Set<String> BINDING = Set.of("NET_BIND_SERVICE");
    private static final String APP_ARMOR = "container.apparmor.security.beta.kubernetes.io/";

    private static final SecurityContext NOTHING = new SecurityContext();
    private static final PodSecurityContext NOTHING_WHOLE = new PodSecurityContext();

    private final PodSpec pod;
    private final PodSecurityContext whole;
    private final List<Container> containers = new ArrayList<>(2);
    private final Map<String, String> annotations;

    private PodSecurity(PodSpec pod, Map<String, String> annotations) {
        this.pod = pod;
        this.whole = pod.getSecurityContext() == null ? NOTHING_WHOLE : pod.getSecurityContext();
        this.annotations = annotations;
        add(pod.getInitContainers());
        add(pod.getContainers());
    }

    private void add(@Nullable List<Container> some) {
        for (Container container : some == null ? List.<Container>of() : some) {
            containers.add(container == null ? new Container() : container);
        }
    }

    /**
     * The pod spec of a template, which has no ephemeral containers: the API server refuses them there.
     *
     * @param annotations the pod's annotations, in which old pods carry their AppArmor profiles
     */
    public static PodSecurity of(PodSpec podSpec, Map<String, String> annotations) {
        return new PodSecurity(podSpec, annotations);
    }

    /** The strictest level that the pod meets. */
    public Level level() {
        return !violations(Level.BASELINE).isEmpty()
                ? Level.PRIVILEGED
                : violations(Level.RESTRICTED).isEmpty() ? Level.RESTRICTED : Level.BASELINE;
    }

    /** What is looked at, by the name that the plugin has for it. */
    private enum Check {
        PRIVILEGED("privileged"),
        HOST_NAMESPACES("host namespaces"),
        HOST_PORT("hostPort"),
        HOST_OF_PROBE("probe or lifecycle host"),
        APP_ARMOR("forbidden AppArmor profile"),
        SE_LINUX("seLinuxOptions"),
        SYSCTLS("forbidden sysctls"),
        HOST_PROCESS("hostProcess"),
        HOST_PATH("hostPath volumes"),
        CAPABILITIES_ADDED("non-default capabilities"),
        VOLUME_TYPES("restricted volume types"),
        PROC_MOUNT("procMount"),
        ESCALATION("allowPrivilegeEscalation"),
        CAPABILITIES_KEPT("unrestricted capabilities"),
        SECCOMP("seccompProfile"),
        NON_ROOT("runAsNonRoot"),
        USER("runAsUser");

        private final String words;

        Check(String words) {
            this.words = words;
        }
    }

    /** The checks of a level that the pod fails; none for the privileged level. */
    public List<String> violations(Level level) {
        Set<Check> failed = EnumSet.noneOf(Check.class);
        if (level != Level.PRIVILEGED) {
            baseline(failed);
        }
        if (level == Level.BASELINE) {
            onlyBaseline(failed);
        } else if (level == Level.RESTRICTED) {
            restricted(failed);
        }
        List<String> words = new ArrayList<>(failed.size());
        for (Check check : failed) {
            words.add(check.words);
        }
        return words;
    }

    private static void fail(Set<Check> failed, Check check, boolean fails) {
        if (fails) {
            failed.add(check);
        }
    }

    /** What both levels ask alike. */
    private void baseline(Set<Check> failed) {
        fail(
                failed,
                Check.HOST_NAMESPACES,
                isTrue(pod.getHostNetwork()) || isTrue(pod.getHostPID()) || isTrue(pod.getHostIPC()));
        fail(failed, Check.APP_ARMOR, hasForbiddenAnnotation() || isForbidden(whole.getAppArmorProfile()));
        fail(failed, Check.SE_LINUX, isForbidden(whole.getSeLinuxOptions()));
        fail(failed, Check.SYSCTLS, hasForbiddenSysctl());
        fail(failed, Check.HOST_PROCESS, isHostProcess(whole.getWindowsOptions()));
        for (Container container : containers) {
            SecurityContext own = own(container);
            fail(failed, Check.PRIVILEGED, isTrue(own.getPrivileged()));
            fail(failed, Check.HOST_PORT, hasHostPort(container));
            fail(failed, Check.HOST_OF_PROBE, callsHost(container));
            fail(failed, Check.APP_ARMOR, isForbidden(own.getAppArmorProfile()));
            fail(failed, Check.SE_LINUX, isForbidden(own.getSeLinuxOptions()));
            fail(failed, Check.HOST_PROCESS, isHostProcess(own.getWindowsOptions()));
        }
    }

    /** What the restricted level asks in another way. */
    private void onlyBaseline(Set<Check> failed) {
        for (Volume volume : volumes()) {
            fail(failed, Check.HOST_PATH, volume.getHostPath() != null);
        }
        fail(failed, Check.SECCOMP, isUnconfined(whole.getSeccompProfile()));
        for (Container container : containers) {
            SecurityContext own = own(container);
            fail(failed, Check.CAPABILITIES_ADDED, addsOther(own, CAPABILITIES));
            fail(failed, Check.SECCOMP, isUnconfined(own.getSeccompProfile()));
            fail(failed, Check.PROC_MOUNT, !hasOwnUsers() && isUnmasked(own));
        }
    }

    private void restricted(Set<Check> failed) {
        boolean windows = pod.getOs() != null && "windows".equals(pod.getOs().getName());
        String seccomp = type(whole.getSeccompProfile());
        for (Volume volume : volumes()) {
            fail(failed, Check.VOLUME_TYPES, isRestricted(volume));
        }
        fail(failed, Check.SECCOMP, !windows && isWrong(seccomp));
        fail(failed, Check.NON_ROOT, !hasOwnUsers() && isFalse(whole.getRunAsNonRoot()));
        fail(failed, Check.USER, !hasOwnUsers() && isZero(whole.getRunAsUser()));
        for (Container container : containers) {
            SecurityContext own = own(container);
            fail(failed, Check.PROC_MOUNT, isUnmasked(own));
            if (!windows) {
                String profile = type(own.getSeccompProfile());
                fail(failed, Check.ESCALATION, !isFalse(own.getAllowPrivilegeEscalation()));
                fail(failed, Check.CAPABILITIES_KEPT, !dropsAll(own) || addsOther(own, BINDING));
                fail(failed, Check.SECCOMP, isWrong(profile) || (seccomp == null && profile == null));
            }
            if (!hasOwnUsers()) {
                fail(failed, Check.NON_ROOT, mayRunAsRoot(own));
                fail(failed, Check.USER, isZero(own.getRunAsUser()));
            }
        }
    }

    private boolean hasOwnUsers() {
        return isFalse(pod.getHostUsers());
    }

    /** The security context of a container, written or not. */
    private static SecurityContext own(Container container) {
        return container.getSecurityContext() == null ? NOTHING : container.getSecurityContext();
    }

    private List<Volume> volumes() {
        List<Volume> volumes = new ArrayList<>(4);
        for (Volume volume : pod.getVolumes() == null ? List.<Volume>of() : pod.getVolumes()) {
            if (volume != null) {
                volumes.add(volume);
            }
        }
        return volumes;
    }

    private static boolean isTrue(@Nullable Boolean word) {
        return Boolean.TRUE.equals(word);
    }

    private static boolean isFalse(@Nullable Boolean word) {
        return Boolean.FALSE.equals(word);
    }

    private static boolean isZero(@Nullable Long user) {
        return user != null && user == 0;
    }

    private static boolean addsOther(SecurityContext own, Set<String> allowed) {
        Capabilities capabilities = own.getCapabilities();
        if (capabilities == null || capabilities.getAdd() == null) {
            return false;
        }
        for (String capability : capabilities.getAdd()) {
            if (capability == null || !allowed.contains(capability)) {
                return true;
            }
        }
        return false;
    }

    private static boolean dropsAll(SecurityContext own) {
        Capabilities capabilities = own.getCapabilities();
        return capabilities != null
                && capabilities.getDrop() != null
                && capabilities.getDrop().contains("ALL");
    }

    private static boolean isUnmasked(SecurityContext own) {
        return own.getProcMount() != null && !own.getProcMount().equals("Default");
    }

    /** In the host's network every port of a pod becomes one of the host. */
    private boolean hasHostPort(Container container) {
        for (ContainerPort port : container.getPorts() == null ? List.<ContainerPort>of() : container.getPorts()) {
            if (port != null
                    && (isPort(port.getHostPort())
                            || (isTrue(pod.getHostNetwork()) && isPort(port.getContainerPort())))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPort(@Nullable Integer port) {
        return port != null && port != 0;
    }

    private static boolean callsHost(Container container) {
        Lifecycle lifecycle = container.getLifecycle();
        return namesHost(container.getLivenessProbe())
                || namesHost(container.getReadinessProbe())
                || namesHost(container.getStartupProbe())
                || (lifecycle != null && (namesHost(lifecycle.getPostStart()) || namesHost(lifecycle.getPreStop())));
    }

    private static boolean namesHost(@Nullable Probe probe) {
        return probe != null && namesHost(probe.getHttpGet(), probe.getTcpSocket());
    }

    private static boolean namesHost(@Nullable LifecycleHandler hook) {
        return hook != null && namesHost(hook.getHttpGet(), hook.getTcpSocket());
    }

    private static boolean namesHost(@Nullable HTTPGetAction http, @Nullable TCPSocketAction tcp) {
        return (http != null && isWritten(http.getHost())) || (tcp != null && isWritten(tcp.getHost()));
    }

    private static boolean isWritten(@Nullable String text) {
        return text != null && !text.isEmpty();
    }

    private boolean hasForbiddenAnnotation() {
        for (Map.Entry<String, String> annotation : annotations.entrySet()) {
            String profile = annotation.getValue() == null ? "" : annotation.getValue();
            if (annotation.getKey().startsWith(APP_ARMOR)
                    && !profile.isEmpty()
                    && !profile.equals("runtime/default")
                    && !profile.startsWith("localhost/")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isForbidden(@Nullable AppArmorProfile profile) {
        return profile != null && isWrong(profile.getType());
    }

    private static boolean isForbidden(@Nullable SELinuxOptions options) {
        return options != null
                && (isWritten(options.getUser())
                        || isWritten(options.getRole())
                        || (options.getType() != null && !SELINUX_TYPES.contains(options.getType())));
    }

    private boolean hasForbiddenSysctl() {
        for (Sysctl sysctl : whole.getSysctls() == null ? List.<Sysctl>of() : whole.getSysctls()) {
            if (sysctl != null && !SYSCTLS.contains(sysctl.getName() == null ? "" : sysctl.getName())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHostProcess(@Nullable WindowsSecurityContextOptions options) {
        return options != null && isTrue(options.getHostProcess());
    }

    /** Of the sources of a volume these are allowed; without any it is an {@code emptyDir}. */
    private static boolean isRestricted(Volume volume) {
        boolean isAllowed = volume.getConfigMap() != null
                || volume.getCsi() != null
                || volume.getDownwardAPI() != null
                || volume.getEmptyDir() != null
                || volume.getEphemeral() != null
                || volume.getImage() != null
                || volume.getPersistentVolumeClaim() != null
                || volume.getProjected() != null
                || volume.getSecret() != null;
        return !isAllowed && hasSource(volume);
    }

    private static boolean hasSource(Volume volume) {
        Volume nothing = new Volume();
        nothing.setName(volume.getName());
        return !volume.equals(nothing);
    }

    private static @Nullable String type(@Nullable SeccompProfile profile) {
        return profile == null ? null : profile.getType();
    }

    private static boolean isUnconfined(@Nullable SeccompProfile profile) {
        return "Unconfined".equals(type(profile));
    }

    private static boolean isWrong(@Nullable String type) {
        return type != null && !type.equals("RuntimeDefault") && !type.equals("Localhost");
    }

    private boolean mayRunAsRoot(SecurityContext own) {
        return own.getRunAsNonRoot() == null ? !isTrue(whole.getRunAsNonRoot()) : isFalse(own.getRunAsNonRoot());
    }
}
