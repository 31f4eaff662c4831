package dev.ordinal.core.admission;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Security contexts of pods and containers. */
final class SecurityContexts {
    private static final List<String> NET_SYSCTLS = List.of("net.");
    private static final List<String> IPC_SYSCTLS = List.of("kernel.shm", "kernel.msg", "kernel.sem", "fs.mqueue.");
    private static final int LONGEST_PROFILE = 4095;

    private SecurityContexts() {}

    static void ofPod(Node pod) {
        Node context = pod.field("securityContext");
        for (String id : List.of("fsGroup", "runAsUser", "runAsGroup")) {
            id(context.field(id));
        }
        for (Node item : context.each("supplementalGroups")) {
            id(item);
        }
        context.field("fsGroupChangePolicy").oneOf("OnRootMismatch", "Always");
        context.field("supplementalGroupsPolicy").oneOf("Merge", "Strict");
        // MountOption waits for a feature that 1.36 does not turn on by default.
        context.field("seLinuxChangePolicy").oneOf("Recursive");
        profiles(context);
        sysctls(pod, context);
        namespaces(pod, context);
    }

    static void ofContainer(Node context, Node pod) {
        if (!context.isPresent()) {
            return;
        }
        id(context.field("runAsUser"));
        id(context.field("runAsGroup"));
        Node proc = context.field("procMount");
        proc.oneOf("Default", "Unmasked");
        if (proc.is("Unmasked") && !pod.field("hostUsers").isFalse()) {
            proc.invalid(
                    Statement.FIELDS_FIT_TOGETHER, "it needs hostUsers: false", "write hostUsers: false in the pod");
        }
        if (context.field("allowPrivilegeEscalation").isFalse()) {
            escalation(context);
        }
        profiles(context);
    }

    private static void id(Node id) {
        id.range(0, Integer.MAX_VALUE);
    }

    private static void escalation(Node context) {
        boolean admin = false;
        for (Node capability : context.field("capabilities").each("add")) {
            admin |= capability.is("CAP_SYS_ADMIN");
        }
        if (admin || context.field("privileged").isTrue()) {
            context.invalid(
                    Statement.FIELDS_FIT_TOGETHER,
                    "allowPrivilegeEscalation: false contradicts privileged: true and CAP_SYS_ADMIN",
                    "remove allowPrivilegeEscalation");
        }
    }

    private static void profiles(Node context) {
        if (context.field("seccompProfile").isPresent()) {
            seccomp(context.field("seccompProfile"));
        }
        if (context.field("appArmorProfile").isPresent()) {
            appArmor(context.field("appArmorProfile"));
        }
        OperatingSystems.windowsOptions(context.field("windowsOptions"));
    }

    private static void type(Node type) {
        Containers.choice(type, "type: RuntimeDefault", "RuntimeDefault", "Localhost", "Unconfined");
    }

    private static void seccomp(Node profile) {
        type(profile.field("type"));
        Node local = profile.field("localhostProfile");
        if (!profile.field("type").is("Localhost")) {
            noLocal(local);
        } else if (!local.isPresent()) {
            local.required("localhostProfile: profiles/my-app.json");
        } else {
            Paths.descending(local);
        }
    }

    private static void appArmor(Node profile) {
        type(profile.field("type"));
        Node local = profile.field("localhostProfile");
        String name = local.text();
        if (profile.field("type").isOneOf("RuntimeDefault", "Unconfined")) {
            noLocal(local);
        } else if (profile.field("type").is("Localhost")) {
            if (!name.equals(name.strip())) {
                local.invalid(Statement.TEXT_IS_WELL_FORMED, "white space surrounds it", "write " + name.strip());
            } else {
                local.required("localhostProfile: my-app");
            }
            if (name.length() > LONGEST_PROFILE) {
                local.refuse(
                        Reason.TOO_LONG,
                        Statement.SIZE_IS_WITHIN_LIMIT,
                        "it may have 4095 bytes",
                        "write a shorter name");
            }
        }
    }

    private static void noLocal(Node local) {
        if (local.isPresent()) {
            local.invalid(
                    Statement.FIELDS_FIT_TOGETHER,
                    "it goes with type: Localhost only",
                    "remove localhostProfile, or write type: Localhost");
        }
    }

    private static void sysctls(Node pod, Node context) {
        Set<String> names = new HashSet<>();
        for (Node sysctl : context.each("sysctls")) {
            Node name = sysctl.field("name");
            boolean formed = name.required("name: net.core.somaxconn") && name.named(Names.SYSCTL);
            if (formed && !names.add(name.text())) {
                name.duplicate("sysctl");
            }
            shared(name, pod.field("hostNetwork"), NET_SYSCTLS);
            shared(name, pod.field("hostIPC"), IPC_SYSCTLS);
        }
    }

    private static void shared(Node name, Node host, List<String> prefixes) {
        String normal = name.text().replace('/', '.');
        if (host.isTrue() && prefixes.stream().anyMatch(normal::startsWith)) {
            name.invalid(
                    Statement.FIELDS_FIT_TOGETHER,
                    "with " + host.key() + " it would change the host",
                    "remove it, or " + host.key());
        }
    }

    private static void namespaces(Node pod, Node context) {
        Node shared = pod.field("shareProcessNamespace");
        if (shared.isTrue() && pod.field("hostPID").isTrue()) {
            shared.calledAs(context.field("shareProcessNamespace"))
                    .invalid(
                            Statement.FIELDS_FIT_TOGETHER,
                            "hostPID shares all processes already",
                            "remove one of the two");
        }
        if (!pod.field("hostUsers").isFalse()) {
            return;
        }
        ownUsers(pod.field("hostNetwork"));
        ownUsers(pod.field("hostPID").called("HostPID"));
        ownUsers(pod.field("hostIPC").called("HostIPC"));
        for (Node container : Containers.all(pod)) {
            Node devices = container.field("volumeDevices");
            if (!devices.isEmpty()) {
                devices.forbidden("a pod with its own users has no block devices", "remove hostUsers: false");
            }
        }
    }

    private static void ownUsers(Node host) {
        if (host.isTrue()) {
            host.forbidden("a pod with its own users (hostUsers: false) cannot share it", "remove " + host.key());
        }
    }
}
