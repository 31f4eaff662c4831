package dev.ordinal.core.yaml;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order in which people write the fields of Kubernetes objects: what a thing is and is called first, long lists last,
 * all else by name between.
 */
final class FieldOrder {
    private static final List<String> FIRST = List.of(
            "apiVersion",
            "kind",
            "apiGroup",
            "apiGroups",
            "metadata",
            "name",
            "generateName",
            "namespace",
            "key",
            "operator",
            "value",
            "effect",
            "type",
            "image",
            "imagePullPolicy",
            "command",
            "args",
            "workingDir",
            "serviceName",
            "clusterIP",
            "schedule",
            "scaleTargetRef",
            "namespaceSelector",
            "podSelector",
            "policyTypes",
            "ingress",
            "egress",
            "replicas",
            "minAvailable",
            "maxUnavailable",
            "ordinals",
            "podManagementPolicy",
            "updateStrategy",
            "minReadySeconds",
            "revisionHistoryLimit",
            "persistentVolumeClaimRetentionPolicy",
            "accessModes",
            "storageClassName",
            "volumeMode",
            "secretName",
            "claimName",
            "driver",
            "server",
            "ip",
            "resource",
            "requests",
            "path",
            "port",
            "containerPort",
            "targetPort",
            "nodePort",
            "protocol",
            "maxSkew",
            "topologyKey",
            "whenUnsatisfiable",
            "weight",
            "labels",
            "annotations",
            "restartPolicy",
            "serviceAccountName",
            "automountServiceAccountToken",
            "runAsNonRoot",
            "runAsUser",
            "runAsGroup",
            "fsGroup",
            "requiredDuringSchedulingIgnoredDuringExecution");
    private static final List<String> LAST = List.of(
            "ports",
            "env",
            "envFrom",
            "volumeMounts",
            "volumeDevices",
            "resources",
            "verbs",
            "startupProbe",
            "readinessProbe",
            "livenessProbe",
            "lifecycle",
            "initialDelaySeconds",
            "periodSeconds",
            "timeoutSeconds",
            "successThreshold",
            "failureThreshold",
            "terminationGracePeriodSeconds",
            "affinity",
            "topologySpreadConstraints",
            "tolerations",
            "securityContext",
            "selector",
            "labelSelector",
            "initContainers",
            "containers",
            "volumes",
            "rules",
            "subjects",
            "roleRef",
            "template",
            "jobTemplate",
            "volumeClaimTemplates",
            "spec",
            "data",
            "binaryData",
            "stringData",
            "status");
    private static final int BETWEEN = FIRST.size();
    private static final Map<String, Integer> RANKS = ranks();

    private FieldOrder() {}

    static int compare(String one, String other) {
        int ranks = Integer.compare(RANKS.getOrDefault(one, BETWEEN), RANKS.getOrDefault(other, BETWEEN));
        return ranks == 0 ? one.compareTo(other) : ranks;
    }

    private static Map<String, Integer> ranks() {
        Map<String, Integer> ranks = new HashMap<>();
        for (String name : FIRST) {
            ranks.put(name, ranks.size());
        }
        for (String name : LAST) {
            ranks.put(name, ranks.size() + 1);
        }
        return ranks;
    }
}
