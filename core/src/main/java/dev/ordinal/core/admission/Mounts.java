package dev.ordinal.core.admission;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Where a container sees its volumes: as directories (mounts) or as block devices. */
final class Mounts {
    private Mounts() {}

    static void check(Node container, Map<String, String> volumes) {
        Map<String, String> mounts = paths(container, "volumeMounts", "mountPath");
        Map<String, String> devices = paths(container, "volumeDevices", "devicePath");
        Set<String> taken = new HashSet<>();
        boolean privileged =
                container.field("securityContext").field("privileged").isTrue();
        for (Node mount : container.each("volumeMounts")) {
            mount(mount, volumes, devices, taken);
            options(mount, privileged);
        }
        devices(container, volumes, mounts);
    }

    private static Map<String, String> paths(Node container, String list, String path) {
        Map<String, String> paths = new HashMap<>();
        for (Node item : container.each(list)) {
            paths.put(item.field("name").text(), item.field(path).text());
        }
        return paths;
    }

    private static void mount(Node mount, Map<String, String> volumes, Map<String, String> devices, Set<String> taken) {
        Node name = mount.field("name");
        name.required("name: data");
        if (!volumes.containsKey(name.text())) {
            unknown(name, volumes);
        }
        Node path = mount.field("mountPath");
        path.required("mountPath: /data");
        if (!taken.add(path.text())) {
            clash(path, "another mount of this container has the same path");
        }
        if (devices.containsKey(name.text())) {
            clash(name, "the container has the volume as a block device too");
        }
        if (devices.containsValue(path.text())) {
            clash(path, "a block device of this container has the same path");
        }
        subPaths(mount);
    }

    private static void clash(Node node, String why) {
        node.invalid(Statement.NAME_IS_UNIQUE, why, "change or remove one of the two");
    }

    /** A name that no sound volume and no claim template has. */
    static void unknown(Node name, Map<String, String> volumes) {
        String[] known = volumes.keySet().stream().sorted().toArray(String[]::new);
        name.refuse(
                Reason.NOT_FOUND,
                Statement.REFERENCE_RESOLVES,
                "no volume and no claim template has this name (a volume with an error does not count)",
                known.length == 0
                        ? "add a volume of this name"
                        : "write " + Wording.nearest(name.text(), known) + ", or add a volume of this name");
    }

    private static void subPaths(Node mount) {
        Node sub = mount.field("subPath");
        Node expression = mount.field("subPathExpr");
        for (Node path : new Node[] {sub, expression}) {
            Paths.descending(path.calledAs(mount.silent().field(path.key())));
        }
        if (!sub.isEmpty() && !expression.isEmpty()) {
            expression.invalid(
                    Statement.ONE_SOURCE_IS_GIVEN,
                    "subPath and subPathExpr exclude each other",
                    "remove one of the two");
        }
    }

    /** How the kubelet mounts; the server does not say which mount it means. */
    private static void options(Node indexed, boolean privileged) {
        Node mount = indexed.silent();
        Node propagation = mount.field("mountPropagation");
        propagation.oneOf("None", "HostToContainer", "Bidirectional");
        if (propagation.is("Bidirectional") && !privileged) {
            propagation.forbidden(
                    "only a privileged container may mount in both directions",
                    "write mountPropagation: HostToContainer");
        }
        Node recursive = mount.field("recursiveReadOnly");
        recursive.oneOf("Disabled", "IfPossible", "Enabled");
        if (recursive.isOneOf("IfPossible", "Enabled")) {
            if (!mount.field("readOnly").isTrue()) {
                recursive.forbidden("it needs readOnly: true", "write readOnly: true");
            }
            if (propagation.isPresent() && !propagation.is("None")) {
                recursive.forbidden("it needs mountPropagation: None", "remove mountPropagation");
            }
        }
    }

    private static void devices(Node container, Map<String, String> volumes, Map<String, String> mounts) {
        Set<String> names = new HashSet<>();
        Set<String> paths = new HashSet<>();
        for (Node device : container.each("volumeDevices")) {
            Node name = device.field("name");
            name.required("name: data");
            deviceVolume(name, volumes);
            if (!name.isEmpty() && !names.add(name.text())) {
                clash(name, "another device of this container is the same volume");
            }
            if (mounts.containsKey(name.text())) {
                clash(name, "the container mounts the volume too");
            }
            devicePath(device.field("devicePath"), paths, mounts);
        }
    }

    private static void deviceVolume(Node name, Map<String, String> volumes) {
        String source = volumes.get(name.text());
        if (source == null) {
            unknown(name, volumes);
        } else if (!source.equals("persistentVolumeClaim") && !source.equals("ephemeral")) {
            name.invalid(
                    Statement.FIELDS_FIT_TOGETHER,
                    "only a claim can be a block device, and this volume is a " + source,
                    "mount it with volumeMounts");
        }
    }

    private static void devicePath(Node path, Set<String> paths, Map<String, String> mounts) {
        path.required("devicePath: /dev/data");
        if (paths.contains(path.text())) {
            clash(path, "another device of this container has the same path");
        }
        if (Paths.hasBackstep(path.text())) {
            Paths.noBackstep(path);
        } else {
            paths.add(path.text());
        }
        if (mounts.containsValue(path.text())) {
            clash(path, "a mount of this container has the same path");
        }
    }
}
