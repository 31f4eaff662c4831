package dev.ordinal.core.yaml;

import java.util.HashSet;
import java.util.Set;

/** Fields that the model has and Kubernetes 1.36 does not serve yet: it refuses them like any other name that it does not know. */
final class Served {
    private static final Set<String> LATER = Set.of(
            "ClusterTrustBundleProjection.user",
            "ConfigMapVolumeSource.defaultUser",
            "DownwardAPIVolumeFile.user",
            "DownwardAPIVolumeSource.defaultUser",
            "EmptyDirVolumeSource.mode",
            "GRPCAction.mode",
            "HTTPGetAction.protocol",
            "HorizontalPodAutoscalerCondition.observedGeneration",
            "JobSpec.scheduling",
            "KeyToPath.user",
            "NodeSpec.podPreemptionPolicy",
            "NodeSystemInfo.runningInUserNamespace",
            "PersistentVolumeClaimStatus.healthStatus",
            "PodCertificateProjection.user",
            "PodSpec.evictionResponders",
            "PodStatus.volumeHealth",
            "ProjectedVolumeSource.defaultUser",
            "SecretVolumeSource.defaultUser",
            "ServiceAccountTokenProjection.user",
            "VolumeMount.bindMountOptions");
    private static final Set<String> NAMES = names();

    private Served() {}

    /** Whether the server knows a field of the model. */
    static boolean knows(Class<?> owner, String field) {
        return !NAMES.contains(field) || !LATER.contains(owner.getSimpleName() + "." + field);
    }

    private static Set<String> names() {
        Set<String> names = new HashSet<>();
        for (String name : LATER) {
            names.add(name.substring(name.indexOf('.') + 1));
        }
        return names;
    }
}
