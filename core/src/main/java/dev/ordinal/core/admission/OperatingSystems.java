package dev.ordinal.core.admission;

import java.util.List;
import java.util.regex.Pattern;

/** What goes with Linux only, with Windows only, and how Windows options look. */
final class OperatingSystems {
    private static final List<String> LINUX_POD = List.of(
            "appArmorProfile",
            "seLinuxOptions",
            "seccompProfile",
            "fsGroup",
            "fsGroupChangePolicy",
            "runAsUser",
            "runAsGroup",
            "supplementalGroups",
            "supplementalGroupsPolicy",
            "seLinuxChangePolicy");
    private static final List<String> LINUX_CONTAINER = List.of(
            "appArmorProfile",
            "seLinuxOptions",
            "seccompProfile",
            "capabilities",
            "readOnlyRootFilesystem",
            "privileged",
            "allowPrivilegeEscalation",
            "procMount",
            "runAsUser",
            "runAsGroup");
    /** Compiled when the first Windows user is met. */
    private static final class UserName {
        static final Pattern DOMAIN =
                Pattern.compile("[^\\\\/:*?\"<>|.][^\\\\/:*?\"<>|]{0,14}|[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
                        + "(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*");
        static final Pattern USER = Pattern.compile("(?![. ]+$)[^\"/\\\\:;|=,+*?<>@\\[\\]]{1,104}");
    }

    private static final int MOST_SPEC_BYTES = 64 * 1024;

    private OperatingSystems() {}

    static void check(Node pod) {
        hostProcess(pod);
        Node os = pod.field("os");
        Node name = os.field("name");
        if (os.isPresent() && name.required("name: linux")) {
            name.silent().oneOf("linux", "windows");
        }
        if (name.is("linux")) {
            pod.field("securityContext").field("windowsOptions").absent("the pod runs on Linux");
            Containers.all(pod).forEach(container -> container
                    .field("securityContext")
                    .field("windowsOptions")
                    .absent("the pod runs on Linux"));
        } else if (name.is("windows")) {
            windows(pod);
        }
    }

    private static void windows(Node pod) {
        Node context = pod.field("securityContext");
        LINUX_POD.forEach(field -> context.field(field).absent("Windows does not know it"));
        for (String field : List.of("hostPID", "hostIPC")) {
            if (pod.field(field).isTrue()) {
                pod.field(field).absent("Windows does not know it");
            }
        }
        for (String field : List.of("hostUsers", "shareProcessNamespace")) {
            pod.field(field).absent("Windows does not know it");
        }
        if (!context.field("sysctls").isEmpty()) {
            context.field("sysctls").absent("Windows does not know it");
        }
        if (pod.field("resources").isPresent()) {
            pod.field("resources").absent("on Windows containers alone have resources");
        }
        Containers.all(pod)
                .forEach(container -> LINUX_CONTAINER.forEach(
                        field -> container.field("securityContext").field(field).absent("Windows does not know it")));
    }

    static void windowsOptions(Node options) {
        options.field("gmsaCredentialSpecName").named(Names.DNS_SUBDOMAIN);
        Node spec = options.field("gmsaCredentialSpec");
        if (spec.isPresent() && (spec.isEmpty() || spec.text().length() > MOST_SPEC_BYTES)) {
            spec.invalid(Statement.SIZE_IS_WITHIN_LIMIT, "it must have 1 to 65536 bytes", "write the credential spec");
        }
        Node user = options.field("runAsUserName");
        if (user.isPresent() && !isUser(user.text())) {
            user.invalid(
                    Statement.NAME_IS_WELL_FORMED, "it must be a Windows user", "write, for example, ContainerUser");
        }
    }

    private static boolean isUser(String text) {
        String[] parts = text.split("\\\\", -1);
        boolean domain = parts.length == 1
                || (parts[0].length() < 256 && UserName.DOMAIN.matcher(parts[0]).matches());
        return parts.length <= 2
                && domain
                && text.chars().noneMatch(Character::isISOControl)
                && UserName.USER.matcher(parts[parts.length - 1]).matches();
    }

    private static void hostProcess(Node pod) {
        Node whole = pod.field("securityContext").field("windowsOptions").field("hostProcess");
        List<Node> all = Containers.all(pod);
        int inside = 0;
        for (Node container : all) {
            Node one =
                    container.field("securityContext").field("windowsOptions").field("hostProcess");
            inside += (one.isPresent() ? one : whole).isTrue() ? 1 : 0;
            if (whole.isPresent() && one.isPresent() && whole.isTrue() != one.isTrue()) {
                one.invalid(Statement.FIELDS_FIT_TOGETHER, "the pod says the opposite", "remove it");
            }
        }
        if (inside > 0 && inside != all.size()) {
            pod.invalid(
                    Statement.FIELDS_FIT_TOGETHER,
                    "all containers run in host processes, or none",
                    "write hostProcess: true in the pod");
        }
        if (inside > 0 && !pod.field("hostNetwork").isTrue()) {
            pod.field("hostNetwork")
                    .invalid(
                            Statement.FIELDS_FIT_TOGETHER,
                            "host processes need hostNetwork: true",
                            "write hostNetwork: true");
        }
    }
}
