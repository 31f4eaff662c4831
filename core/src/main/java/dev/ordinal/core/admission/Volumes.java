package dev.ordinal.core.admission;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/** The volumes of a pod, claim templates included; a volume with a fault is unknown to mounts. */
final class Volumes {
    /** The sources, in the order in which the server looks for them: the first one counts. */
    private static final List<String> SOURCES = List.of(
            "emptyDir",
            "hostPath",
            "gitRepo",
            "gcePersistentDisk",
            "awsElasticBlockStore",
            "secret",
            "nfs",
            "iscsi",
            "glusterfs",
            "flocker",
            "persistentVolumeClaim",
            "rbd",
            "cinder",
            "cephfs",
            "quobyte",
            "downwardAPI",
            "fc",
            "flexVolume",
            "configMap",
            "azureFile",
            "vsphereVolume",
            "photonPersistentDisk",
            "portworxVolume",
            "azureDisk",
            "storageos",
            "projected",
            "scaleIO",
            "csi",
            "ephemeral",
            "image");

    private Volumes() {}

    /** Checks them; gives the source of each volume that mounts can refer to, by name. */
    static Map<String, String> check(Node pod, Map<String, Node> claims) {
        Map<String, String> known = new HashMap<>();
        int index = 0;
        for (Entry<String, Node> claim : claims.entrySet()) {
            claimTemplate(claim.getKey(), claim.getValue(), pod.item("volumes", index++), known);
        }
        for (Node volume : own(pod, claims, index)) {
            volume(volume, known);
        }
        return known;
    }

    /** The pod's own volumes, counted after the claims; one that is called like a claim gives way to it. */
    private static List<Node> own(Node pod, Map<String, Node> claims, int first) {
        List<Node> own = new ArrayList<>();
        int hidden = 0;
        for (Node volume : pod.each("volumes", first)) {
            if (claims.containsKey(volume.field("name").text())) {
                hidden++;
            } else {
                own.add(hidden == 0 ? volume : volume.counted(first + Integer.parseInt(volume.key()) - hidden));
            }
        }
        return own;
    }

    private static void claimTemplate(String name, Node template, Node called, Map<String, String> known) {
        Node written = template.field("metadata").field("name");
        if (name.isEmpty()) {
            written.calledAs(called.field("name")).required("name: data");
            written.calledAs(called.field("persistentVolumeClaim").field("claimName"))
                    .required("name: data");
        } else if (written.calledAs(called.field("name")).named(Names.DNS_LABEL)) {
            known.put(name, "persistentVolumeClaim");
        }
    }

    private static void volume(Node volume, Map<String, String> known) {
        int before = volume.findingsSoFar();
        String source = source(volume);
        Node name = volume.field("name");
        if (name.required("name: data")) {
            name.named(Names.DNS_LABEL);
        }
        if (known.containsKey(name.text())) {
            name.duplicate("volume");
        }
        if (volume.isCleanSince(before)) {
            known.put(name.text(), source);
        }
    }

    private static String source(Node volume) {
        String first = "";
        for (String source : SOURCES) {
            Node written = volume.has(source) ? volume.field(source) : volume.without();
            if (!written.isPresent()) {
                continue;
            }
            if (first.isEmpty()) {
                first = source;
                check(written);
            } else {
                second(written, first);
            }
            if (source.equals("iscsi")) {
                LegacyVolumes.iscsiName(volume, written);
            }
        }
        return first.isEmpty() ? "emptyDir" : first;
    }

    /** Whether it is an empty directory, be it because no source is written. */
    static boolean isEmptyDir(Node volume) {
        return volume.field("emptyDir").isPresent()
                || SOURCES.stream().noneMatch(source -> volume.field(source).isPresent());
    }

    /** A switch in place of a map of functions: only the code of sources that are met is loaded. */
    private static void check(Node source) {
        switch (source.key()) {
            case "emptyDir" -> emptyDir(source);
            case "hostPath" -> hostPath(source);
            case "gitRepo" -> LegacyVolumes.gitRepo(source);
            case "gcePersistentDisk" -> LegacyVolumes.gceDisk(source);
            case "awsElasticBlockStore" -> LegacyVolumes.awsDisk(source);
            case "secret" -> keyed(source, source.field("secretName"));
            case "nfs" -> nfs(source);
            case "iscsi" -> LegacyVolumes.iscsi(source);
            case "glusterfs" -> LegacyVolumes.glusterfs(source);
            case "flocker" -> LegacyVolumes.flocker(source);
            case "persistentVolumeClaim" -> source.field("claimName").required("claimName: data");
            case "rbd" -> LegacyVolumes.rbd(source);
            case "cinder" -> LegacyVolumes.cinder(source);
            case "cephfs" -> LegacyVolumes.cephfs(source);
            case "quobyte" -> LegacyVolumes.quobyte(source);
            case "downwardAPI" -> ProjectedVolumes.downward(source);
            case "fc" -> LegacyVolumes.fc(source);
            case "flexVolume" -> LegacyVolumes.flexVolume(source);
            case "configMap" -> keyed(source, source.field("name"));
            case "azureFile" -> LegacyVolumes.azureFile(source);
            case "vsphereVolume" -> LegacyVolumes.vsphere(source);
            case "photonPersistentDisk" -> LegacyVolumes.photon(source);
            case "portworxVolume" -> LegacyVolumes.portworx(source);
            case "azureDisk" -> LegacyVolumes.azureDisk(source);
            case "storageos" -> LegacyVolumes.storageOs(source);
            case "projected" -> ProjectedVolumes.projected(source);
            case "scaleIO" -> LegacyVolumes.scaleIo(source);
            case "csi" -> csi(source);
            case "ephemeral" -> ephemeral(source);
            case "image" -> Containers.pullPolicy(source.field("pullPolicy"));
            default -> throw new IllegalStateException(source.key());
        }
    }

    private static void second(Node source, String first) {
        String called =
                switch (source.key()) {
                    case "downwardAPI" -> "downwarAPI";
                    case "cephfs" -> "cephFS";
                    default -> source.key();
                };
        source.called(called)
                .refuse(
                        Reason.FORBIDDEN,
                        Statement.ONE_SOURCE_IS_GIVEN,
                        "the volume has a source already: " + first,
                        "remove " + source.key() + " or " + first);
    }

    private static void emptyDir(Node directory) {
        Quantity limit = directory.field("sizeLimit").quantity();
        if (limit != null && limit.sign() < 0) {
            directory.field("sizeLimit").forbidden("a size cannot be negative", "write a size such as 1Gi");
        }
    }

    private static void hostPath(Node host) {
        if (host.field("path").required("path: /var/lib/my-app")) {
            Paths.noBackstep(host.field("path"));
            host.field("type")
                    .given()
                    .oneOf(
                            "DirectoryOrCreate",
                            "Directory",
                            "FileOrCreate",
                            "File",
                            "Socket",
                            "CharDevice",
                            "BlockDevice");
        }
    }

    private static void nfs(Node nfs) {
        nfs.field("server").required("server: nfs.example.com");
        Node path = nfs.field("path");
        path.required("path: /exports/data");
        if (!path.text().startsWith("/")) {
            path.invalid(Statement.PATH_STAYS_INSIDE, "the path must be absolute", "write a path that begins with /");
        }
    }

    /** A ConfigMap or Secret as files. */
    private static void keyed(Node source, Node name) {
        name.required(name.key() + ": my-config");
        Paths.mode(source.field("defaultMode"));
        for (Node item : source.each("items")) {
            item(item);
        }
    }

    /** One key of a ConfigMap or Secret as a file. */
    static void item(Node item) {
        item.field("key").required("key: server.conf");
        item.field("path").required("path: server.conf");
        Paths.local(item.field("path"));
        Paths.mode(item.field("mode"));
    }

    private static void csi(Node csi) {
        Node driver = csi.field("driver");
        if (driver.required("driver: csi.example.com")) {
            driver.named(Names.DNS_SUBDOMAIN, driver.text().toLowerCase(java.util.Locale.ROOT));
        }
        if (driver.text().length() > 63) {
            driver.refuse(
                    Reason.TOO_LONG,
                    Statement.SIZE_IS_WITHIN_LIMIT,
                    "it may have 63 characters",
                    "write a shorter name");
        }
        Node secret = csi.field("nodePublishSecretRef");
        if (secret.isPresent() && secret.field("name").required("name: csi-credentials")) {
            secret.field("name").calledAs(csi.field("name")).named(Names.DNS_SUBDOMAIN);
        }
    }

    private static void ephemeral(Node ephemeral) {
        Node template = ephemeral.field("volumeClaimTemplate");
        if (!template.isPresent()) {
            template.required("volumeClaimTemplate: {spec: {…}}");
            return;
        }
        Node metadata = template.field("metadata");
        Selectors.labels(metadata, "labels");
        Metadata.annotations(metadata);
        for (Node field : template.entries("metadata")) {
            Node known = metadata.field(field.key());
            if (!known.isEmpty()
                    && !known.key().equals("labels")
                    && !known.key().equals("annotations")) {
                (known.key().equals("uid") ? known.called("uID") : known)
                        .forbidden("only labels and annotations can be set here", "remove " + known.key());
            }
        }
        Claims.spec(template.field("spec"));
    }
}
