package dev.ordinal.core.admission;

import java.util.Locale;
import java.util.regex.Pattern;

/** Sources of volumes from before CSI; most of them no longer work, but the server still looks at them. */
final class LegacyVolumes {
    private static final Pattern IQN = Pattern.compile("iqn\\.\\d{4}-\\d{2}\\.([\\p{Alnum}-.]+)(:[^,;*&$|\\s]+)$");
    private static final Pattern EUI = Pattern.compile("^eui.\\p{Alnum}{16}$");
    private static final Pattern NAA = Pattern.compile("^naa.\\p{Alnum}{32}$");

    private LegacyVolumes() {}

    static void gitRepo(Node git) {
        git.field("repository").required("repository: https://git.example.com/app.git");
        Paths.descending(git.field("directory"));
    }

    static void gceDisk(Node disk) {
        Node called = disk.called("persistentDisk");
        called.field("pdName").required("pdName: my-disk");
        called.field("partition").range(0, 255);
    }

    static void awsDisk(Node disk) {
        disk.field("volumeID").required("volumeID: vol-0123456789");
        disk.field("partition").range(0, 255);
    }

    static void iscsi(Node iscsi) {
        iscsi.field("targetPortal").required("targetPortal: 10.9.8.7:3260");
        if (iscsi.field("iqn").required("iqn: iqn.2001-04.com.example:storage")) {
            qualifiedName(iscsi.field("iqn"));
        }
        iscsi.field("lun").range(0, 255);
        boolean login = iscsi.field("chapAuthDiscovery").isTrue()
                || iscsi.field("chapAuthSession").isTrue();
        if (login && !iscsi.field("secretRef").isPresent()) {
            iscsi.field("secretRef").required("secretRef: {name: chap}");
        }
        Node initiator = iscsi.field("initiatorName");
        if (initiator.isPresent()) {
            qualifiedName(initiator.called("initiatorname"));
        }
    }

    private static void qualifiedName(Node name) {
        String text = name.text();
        boolean fits = text.startsWith("iqn")
                ? IQN.matcher(text).find()
                : text.startsWith("eui")
                        ? EUI.matcher(text).find()
                        : text.startsWith("naa") && NAA.matcher(text).find();
        if (!fits) {
            name.invalid(
                    Statement.TEXT_IS_WELL_FORMED,
                    "it must be an iSCSI name",
                    "write a name such as iqn.2001-04.com.example:storage");
        }
    }

    /** With an initiator of its own, name and portal form a file name, which has bounds. */
    static void iscsiName(Node volume, Node iscsi) {
        Node name = volume.field("name");
        if (iscsi.field("initiatorName").isPresent()
                && (name.text() + ":" + iscsi.field("targetPortal").text()).length() > 64) {
            name.invalid(
                    Statement.SIZE_IS_WITHIN_LIMIT,
                    "name and targetPortal together may have 63 characters",
                    "write a shorter name");
        }
    }

    static void glusterfs(Node gluster) {
        gluster.field("endpoints").required("endpoints: gluster");
        gluster.field("path").required("path: volume");
    }

    static void flocker(Node flocker) {
        boolean name = !flocker.field("datasetName").isEmpty();
        if (name == !flocker.field("datasetUUID").isEmpty()) {
            flocker.refuse(
                    name ? Reason.INVALID : Reason.REQUIRED,
                    Statement.ONE_SOURCE_IS_GIVEN,
                    "exactly one of datasetName and datasetUUID must be set",
                    "write one of the two");
        }
        if (flocker.field("datasetName").text().indexOf('/') >= 0) {
            flocker.field("datasetName").invalid(Statement.TEXT_IS_WELL_FORMED, "it may not hold a /", "remove the /");
        }
    }

    static void rbd(Node rbd) {
        rbd.field("monitors").required("monitors: [10.9.8.7:6789]");
        rbd.field("image").required("image: my-image");
    }

    static void cinder(Node cinder) {
        cinder.field("volumeID").required("volumeID: 0123");
        secret(cinder);
    }

    private static void secret(Node source) {
        if (source.field("secretRef").isPresent()) {
            source.field("secretRef").field("name").required("name: my-secret");
        }
    }

    static void cephfs(Node ceph) {
        ceph.field("monitors").required("monitors: [10.9.8.7:6789]");
    }

    static void quobyte(Node quobyte) {
        Node registry = quobyte.field("registry");
        if (!registry.required("registry: quobyte.example.com:7861")) {
            // The server looks no further into a volume without registry than at its name.
        } else if (quobyte.field("tenant").text().length() > 64) {
            quobyte.field("tenant")
                    .refuse(
                            Reason.REQUIRED,
                            Statement.SIZE_IS_WITHIN_LIMIT,
                            "it may have 64 characters",
                            "write a UUID");
        } else {
            for (String pair : registry.text().split(",", -1)) {
                hostAndPort(registry, pair);
            }
        }
        quobyte.field("volume").required("volume: my-volume");
    }

    private static void hostAndPort(Node registry, String pair) {
        int colon = pair.lastIndexOf(':');
        boolean bracketed = pair.startsWith("[") && pair.indexOf(']') == colon - 1;
        if (colon < 0 || (!bracketed && pair.indexOf(':') != colon)) {
            registry.invalid(
                    Statement.TEXT_IS_WELL_FORMED,
                    "it must be a list of host:port",
                    "write registry: quobyte.example.com:7861");
        }
    }

    static void fc(Node fc) {
        boolean names = fc.field("targetWWNs").size() > 0;
        if (names == fc.field("wwids").size() > 0) {
            fc.field("targetWWNs")
                    .refuse(
                            names ? Reason.INVALID : Reason.REQUIRED,
                            Statement.ONE_SOURCE_IS_GIVEN,
                            "exactly one of targetWWNs and wwids must be set",
                            "write one of the two");
        }
        if (names && !fc.field("lun").isPresent()) {
            fc.field("lun").required("lun: 0");
        } else if (names) {
            fc.field("lun").range(0, 255);
        }
    }

    static void flexVolume(Node flex) {
        flex.field("driver").required("driver: example.com/driver");
        for (Node option : flex.entries("options")) {
            String domain = "." + option.key().split("/", 2)[0].toLowerCase(Locale.ROOT);
            if (domain.endsWith(".kubernetes.io") || domain.endsWith(".k8s.io")) {
                option.invalid(
                        Statement.NAME_IS_WELL_FORMED,
                        "options of kubernetes.io and k8s.io are reserved",
                        "rename the option");
            }
        }
    }

    static void azureFile(Node azure) {
        azure.field("secretName").required("secretName: my-secret");
        azure.field("shareName").required("shareName: my-share");
    }

    static void vsphere(Node disk) {
        disk.field("volumePath").required("volumePath: '[datastore] disk.vmdk'");
    }

    static void photon(Node disk) {
        disk.field("pdID").required("pdID: my-disk");
    }

    static void portworx(Node volume) {
        volume.field("volumeID").required("volumeID: my-volume");
    }

    static void azureDisk(Node azure) {
        azure.field("diskName").required("diskName: my-disk");
        Node uri = azure.field("diskURI");
        uri.required("diskURI: /subscriptions/…");
        azure.field("cachingMode").oneOf("None", "ReadOnly", "ReadWrite");
        Node kind = azure.field("kind");
        kind.oneOf("Shared", "Dedicated", "Managed");
        String start = kind.is("Managed") ? "/subscriptions/" : "https://";
        if (!uri.text().startsWith(start)) {
            uri.refuse(
                    Reason.NOT_SUPPORTED,
                    Statement.TEXT_IS_WELL_FORMED,
                    "for this kind of disk it must begin with " + start,
                    "write a URI that begins with " + start);
        }
    }

    static void storageOs(Node storage) {
        if (storage.field("volumeName").required("volumeName: my-volume")) {
            storage.field("volumeName").named(Names.DNS_LABEL);
        }
        storage.field("volumeNamespace").given().named(Names.DNS_LABEL);
        secret(storage);
    }

    static void scaleIo(Node scale) {
        scale.field("gateway").required("gateway: https://scaleio.example.com");
        scale.field("system").required("system: my-system");
        scale.field("volumeName").required("volumeName: my-volume");
    }
}
