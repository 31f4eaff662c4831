package dev.ordinal.core.manifest;

import java.util.Map;

/** What must exist before what: a kind's rank, which is the prefix of its file, so that a folder is applied in order. */
final class ApplyOrder {
    private static final int IN_BETWEEN = 45;
    private static final Map<String, Integer> RANKS = Map.ofEntries(
            Map.entry("Namespace", 1),
            Map.entry("CustomResourceDefinition", 2),
            Map.entry("PriorityClass", 3),
            Map.entry("StorageClass", 3),
            Map.entry("ServiceAccount", 10),
            Map.entry("ClusterRole", 11),
            Map.entry("Role", 11),
            Map.entry("ClusterRoleBinding", 12),
            Map.entry("RoleBinding", 12),
            Map.entry("ConfigMap", 20),
            Map.entry("Secret", 20),
            Map.entry("PersistentVolume", 24),
            Map.entry("PersistentVolumeClaim", 25),
            Map.entry("Service", 30),
            Map.entry("NetworkPolicy", 35),
            Map.entry("PodDisruptionBudget", 40),
            Map.entry("StatefulSet", 50),
            Map.entry("Deployment", 50),
            Map.entry("DaemonSet", 50),
            Map.entry("HorizontalPodAutoscaler", 60),
            Map.entry("Job", 70),
            Map.entry("CronJob", 70));

    private ApplyOrder() {}

    static int rank(String kind) {
        return RANKS.getOrDefault(kind, IN_BETWEEN);
    }
}
