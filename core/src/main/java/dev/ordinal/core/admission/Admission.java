package dev.ordinal.core.admission;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.yaml.Document;
import java.util.List;

/**
 * What a Kubernetes 1.36 API server with its default features would refuse when an object is created, cause by cause. It
 * judges what could be decoded: wrong types and unknown fields are the reader's, and count as absent here.
 */
public final class Admission {
    private Admission() {}

    /** The causes for which the server would refuse it; none if it would be created, or is of a kind not known here. */
    public static List<Diagnostic> judge(Document document) {
        Findings findings = new Findings(document.ref());
        Node object = Node.root(findings, document.tree());
        check(
                object,
                object.field("apiVersion").text() + " " + object.field("kind").text());
        return findings.all();
    }

    /** A switch in place of a map of functions: only the code of kinds that are met is loaded. */
    private static void check(Node object, String kind) {
        switch (kind) {
            case "apps/v1 StatefulSet" -> StatefulSets.check(object);
            case "v1 Service" -> Services.check(object);
            case "v1 PersistentVolumeClaim" -> Claims.check(object);
            case "v1 ConfigMap" -> ConfigMaps.check(object);
            case "v1 Secret" -> Secrets.check(object);
            case "policy/v1 PodDisruptionBudget" -> Budgets.check(object);
            case "networking.k8s.io/v1 NetworkPolicy" -> NetworkPolicies.check(object);
            case "rbac.authorization.k8s.io/v1 Role" -> Rbac.role(object, false);
            case "rbac.authorization.k8s.io/v1 ClusterRole" -> Rbac.role(object, true);
            case "rbac.authorization.k8s.io/v1 RoleBinding" -> Rbac.binding(object, false);
            case "rbac.authorization.k8s.io/v1 ClusterRoleBinding" -> Rbac.binding(object, true);
            case "batch/v1 Job" -> Jobs.check(object);
            case "batch/v1 CronJob" -> CronJobs.check(object);
            case "autoscaling/v2 HorizontalPodAutoscaler" -> Autoscalers.check(object);
            case "v1 Namespace" -> Namespaces.check(object);
            case "v1 ServiceAccount" -> Metadata.check(object, Names.DNS_SUBDOMAIN);
            case "storage.k8s.io/v1 StorageClass" -> StorageClasses.check(object);
            case "scheduling.k8s.io/v1 PriorityClass" -> PriorityClasses.check(object);
            // What holds for the metadata of every kind, whatever its rule for names.
            default -> Metadata.generic(object, Names.PATH_SEGMENT);
        }
    }
}
