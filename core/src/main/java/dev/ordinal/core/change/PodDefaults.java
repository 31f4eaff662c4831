package dev.ordinal.core.change;

import java.util.List;
import java.util.Map;

/** What a server fills in in the spec of a pod template. */
final class PodDefaults {
    private static final int FILE_MODE = 0644;
    private static final int TOKEN_SECONDS = 3600;

    private PodDefaults() {}

    static void fill(Tree pod) {
        pod.otherwise("restartPolicy", "Always")
                .otherwise("dnsPolicy", "ClusterFirst")
                .otherwise("terminationGracePeriodSeconds", 30)
                .otherwise("schedulerName", "default-scheduler")
                .made("securityContext");
        // The old name says the same and is written by the server alone.
        if (!pod.text("serviceAccountName").isEmpty()
                || pod.text("serviceAccount").isEmpty()) {
            pod.remove("serviceAccount");
        } else {
            pod.put("serviceAccountName", pod.get("serviceAccount"));
            pod.remove("serviceAccount");
        }
        for (String list : List.of("initContainers", "containers", "ephemeralContainers")) {
            pod.each(list, PodDefaults::container);
        }
        if (Boolean.TRUE.equals(pod.get("hostNetwork"))) {
            hostPorts(pod);
        }
        pod.each("volumes", PodDefaults::volume);
    }

    /** On the host's network a port of a container is one of the host. */
    private static void hostPorts(Tree pod) {
        for (String list : List.of("initContainers", "containers")) {
            pod.each(
                    list,
                    container -> container.each(
                            "ports", port -> port.otherwiseNot0("hostPort", (int) port.number("containerPort", 0))));
        }
    }

    private static void container(Tree container) {
        container
                .otherwise("terminationMessagePath", "/dev/termination-log")
                .otherwise("terminationMessagePolicy", "File")
                .otherwise("imagePullPolicy", ImageTag.pullPolicy(container.text("image")));
        container.each("ports", port -> port.otherwise("protocol", "TCP"));
        container.each("env", env -> env.at("valueFrom", "fieldRef").otherwise("apiVersion", "v1"));
        container.each("env", env -> env.at("valueFrom", "resourceFieldRef").otherwise("divisor", "0"));
        for (String probe : List.of("livenessProbe", "readinessProbe", "startupProbe")) {
            container
                    .field(probe)
                    .otherwiseNot0("timeoutSeconds", 1)
                    .otherwiseNot0("periodSeconds", 10)
                    .otherwiseNot0("successThreshold", 1)
                    .otherwiseNot0("failureThreshold", 3);
            http(container.at(probe, "httpGet"));
        }
        http(container.at("lifecycle", "preStop", "httpGet"));
        http(container.at("lifecycle", "postStart", "httpGet"));
    }

    private static void http(Tree get) {
        get.otherwise("path", "/").otherwise("scheme", "HTTP");
    }

    private static void volume(Tree volume) {
        if (volume.map().entrySet().stream()
                .noneMatch(source -> !source.getKey().equals("name") && source.getValue() instanceof Map<?, ?>)) {
            volume.made("emptyDir");
        }
        for (String files : List.of("configMap", "secret", "projected", "downwardAPI")) {
            volume.field(files).otherwise("defaultMode", FILE_MODE);
        }
        volume.field("hostPath").otherwise("type", "");
        downward(volume.field("downwardAPI"));
        volume.field("projected").each("sources", source -> {
            source.field("serviceAccountToken").otherwise("expirationSeconds", TOKEN_SECONDS);
            downward(source.field("downwardAPI"));
        });
        Tree claim = volume.at("ephemeral", "volumeClaimTemplate");
        Defaults.claim(claim.field("spec"));
        volume.field("iscsi").otherwise("iscsiInterface", "default");
        volume.field("rbd")
                .otherwise("pool", "rbd")
                .otherwise("user", "admin")
                .otherwise("keyring", "/etc/ceph/keyring");
        volume.field("azureDisk")
                .otherwise("cachingMode", "ReadWrite")
                .otherwise("kind", "Shared")
                .otherwise("fsType", "ext4")
                .otherwise("readOnly", false);
        volume.field("scaleIO").otherwise("storageMode", "ThinProvisioned").otherwise("fsType", "xfs");
        volume.field("image")
                .otherwise(
                        "pullPolicy", ImageTag.pullPolicy(volume.field("image").text("reference")));
    }

    private static void downward(Tree files) {
        files.each("items", item -> {
            item.field("fieldRef").otherwise("apiVersion", "v1");
            item.field("resourceFieldRef").otherwise("divisor", "0");
        });
    }
}
