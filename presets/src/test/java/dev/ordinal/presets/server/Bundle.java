package dev.ordinal.presets.server;

import static java.util.Map.entry;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;

/** One container as the container runtime wants it: a folder with a root file system and a {@code config.json}. */
record Bundle(PodSpec pod, Container container, Image image, Environment environment, PodFacts facts) {
    /** What a container may do that does not say otherwise, as with common container engines. */
    private static final List<String> USUAL_CAPABILITIES = Stream.of(
                    "CHOWN",
                    "DAC_OVERRIDE",
                    "FSETID",
                    "FOWNER",
                    "MKNOD",
                    "NET_RAW",
                    "SETGID",
                    "SETUID",
                    "SETFCAP",
                    "SETPCAP",
                    "NET_BIND_SERVICE",
                    "SYS_CHROOT",
                    "KILL",
                    "AUDIT_WRITE")
            .map(name -> "CAP_" + name)
            .toList();

    void write(Path folder, Path root, Path hosts, Volumes volumes, String namespace, String cgroup) {
        Map<String, Object> config = Map.of(
                "ociVersion", "1.0.2",
                "hostname", facts.name(),
                "root", Map.of("path", root.toString(), "readonly", readOnlyRoot()),
                "process", process(),
                "mounts", mounts(hosts, volumes),
                "linux", linux(namespace, cgroup));
        Disk.file(
                folder.resolve("config.json"),
                new ObjectMapper().writeValueAsString(config).getBytes(StandardCharsets.UTF_8),
                0600,
                0);
    }

    private Map<String, Object> process() {
        List<String> line = image.commandLine(expand(container.getCommand()), expand(container.getArgs()));
        String directory = container.getWorkingDir();
        return Map.of(
                "terminal", false,
                "user", user(),
                "args", line,
                "env", environment.lines(),
                "cwd", directory == null ? image.workingDirectory() : directory,
                "capabilities", capabilities(),
                "noNewPrivileges", Boolean.FALSE.equals(own(SecurityContext::getAllowPrivilegeEscalation)));
    }

    private List<String> expand(@Nullable List<String> words) {
        return words == null
                ? List.of()
                : words.stream().map(environment::expand).toList();
    }

    private Map<String, Object> user() {
        long uid = setting(SecurityContext::getRunAsUser, PodSecurityContext::getRunAsUser, 0L);
        long gid = setting(SecurityContext::getRunAsGroup, PodSecurityContext::getRunAsGroup, 0L);
        if (uid == 0 && setting(SecurityContext::getRunAsNonRoot, PodSecurityContext::getRunAsNonRoot, false)) {
            throw new IllegalStateException("container has runAsNonRoot and image will run as root");
        }
        Long group = pod.getSecurityContext() == null
                ? null
                : pod.getSecurityContext().getFsGroup();
        return Map.of("uid", uid, "gid", gid, "additionalGids", group == null ? List.of() : List.of(group));
    }

    private Map<String, Object> capabilities() {
        var wanted = own(SecurityContext::getCapabilities);
        List<String> names = new ArrayList<>(USUAL_CAPABILITIES);
        if (wanted != null && wanted.getDrop() != null && wanted.getDrop().contains("ALL")) {
            names.clear();
        }
        if (wanted != null && wanted.getAdd() != null) {
            wanted.getAdd().forEach(name -> names.add("CAP_" + name));
        }
        return Map.of("bounding", names, "permitted", names, "effective", names);
    }

    private boolean readOnlyRoot() {
        return Boolean.TRUE.equals(own(SecurityContext::getReadOnlyRootFilesystem));
    }

    private <T> @Nullable T own(Function<SecurityContext, @Nullable T> field) {
        return container.getSecurityContext() == null ? null : field.apply(container.getSecurityContext());
    }

    private <T> T setting(
            Function<SecurityContext, @Nullable T> own, Function<PodSecurityContext, @Nullable T> ofPod, T otherwise) {
        T value = own(own);
        if (value == null && pod.getSecurityContext() != null) {
            value = ofPod.apply(pod.getSecurityContext());
        }
        return value == null ? otherwise : value;
    }

    private List<Map<String, Object>> mounts(Path hosts, Volumes volumes) {
        List<Map<String, Object>> mounts = new ArrayList<>(List.of(
                mount("/proc", "proc", "proc", "nosuid", "noexec", "nodev"),
                mount("/dev", "tmpfs", "tmpfs", "nosuid", "strictatime", "mode=755", "size=65536k"),
                mount("/dev/pts", "devpts", "devpts", "nosuid", "noexec", "newinstance", "ptmxmode=0666"),
                mount("/dev/shm", "tmpfs", "shm", "nosuid", "noexec", "nodev", "mode=1777", "size=65536k"),
                mount("/sys", "sysfs", "sysfs", "nosuid", "noexec", "nodev", "ro"),
                mount("/sys/fs/cgroup", "cgroup", "cgroup", "nosuid", "noexec", "nodev", "relatime", "ro")));
        image.fromHost().forEach(path -> mounts.add(mount(path, "bind", path, "rbind", "ro", "nosuid", "nodev")));
        mounts.add(mount("/etc/hosts", "bind", hosts.toString(), "bind", "ro"));
        volumes.account()
                .ifPresent(account -> mounts.add(mount(
                        "/var/run/secrets/kubernetes.io/serviceaccount", "bind", account.toString(), "bind", "ro")));
        for (VolumeMount wanted : container.getVolumeMounts()) {
            String access = Boolean.TRUE.equals(wanted.getReadOnly()) ? "ro" : "rw";
            mounts.add(
                    mount(wanted.getMountPath(), "bind", volumes.source(wanted).toString(), "bind", access));
        }
        return mounts;
    }

    private static Map<String, Object> mount(String at, String type, String source, String... options) {
        return Map.of("destination", at, "type", type, "source", source, "options", List.of(options));
    }

    private Map<String, Object> linux(String namespace, String cgroup) {
        List<Map<String, String>> namespaces = List.of(
                Map.of("type", "pid"),
                Map.of("type", "ipc"),
                Map.of("type", "uts"),
                Map.of("type", "mount"),
                Map.of("type", "network", "path", "/run/netns/" + namespace));
        return Map.ofEntries(
                entry("cgroupsPath", cgroup), entry("namespaces", namespaces), entry("resources", resources()));
    }

    private Map<String, Object> resources() {
        List<Object> noDevices = List.of(Map.of("allow", false, "access", "rwm"));
        Optional<Quantity> memory = Optional.ofNullable(container.getResources())
                .map(resources -> resources.getLimits())
                .map(limits -> limits.get("memory"));
        return memory.<Map<String, Object>>map(limit -> Map.of(
                        "devices",
                        noDevices,
                        "memory",
                        Map.of("limit", Quantity.getAmountInBytes(limit).longValue())))
                .orElse(Map.of("devices", noDevices));
    }
}
