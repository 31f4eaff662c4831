package dev.ordinal.core.admission;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.yaml.Document;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What a Kubernetes 1.36 API server with its default features would refuse when an object is created, cause by cause. It
 * judges what could be decoded: wrong types and unknown fields are the reader's, and count as absent here.
 */
public final class Admission {
    private static final Map<String, Consumer<Node>> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("apps/v1 StatefulSet", StatefulSets::check);
        KINDS.put("v1 Service", Services::check);
        KINDS.put("v1 PersistentVolumeClaim", Claims::check);
        KINDS.put("v1 ConfigMap", ConfigMaps::check);
        KINDS.put("v1 Secret", Secrets::check);
        KINDS.put("v1 ServiceAccount", account -> Metadata.check(account, Names.DNS_SUBDOMAIN));
        KINDS.put("policy/v1 PodDisruptionBudget", Budgets::check);
        KINDS.put("networking.k8s.io/v1 NetworkPolicy", NetworkPolicies::check);
        KINDS.put("rbac.authorization.k8s.io/v1 Role", role -> Rbac.role(role, false));
        KINDS.put("rbac.authorization.k8s.io/v1 ClusterRole", role -> Rbac.role(role, true));
        KINDS.put("rbac.authorization.k8s.io/v1 RoleBinding", binding -> Rbac.binding(binding, false));
        KINDS.put("rbac.authorization.k8s.io/v1 ClusterRoleBinding", binding -> Rbac.binding(binding, true));
        KINDS.put("batch/v1 Job", Jobs::check);
        KINDS.put("batch/v1 CronJob", CronJobs::check);
        KINDS.put("autoscaling/v2 HorizontalPodAutoscaler", Autoscalers::check);
        KINDS.put("v1 Namespace", namespace -> Metadata.check(namespace, Names.DNS_LABEL));
        KINDS.put("storage.k8s.io/v1 StorageClass", storage -> Metadata.check(storage, Names.DNS_SUBDOMAIN));
        KINDS.put("scheduling.k8s.io/v1 PriorityClass", priority -> Metadata.check(priority, Names.DNS_SUBDOMAIN));
    }

    private Admission() {}

    /** The causes for which the server would refuse it; none if it would be created, or is of a kind not known here. */
    public static Stream<Diagnostic> judge(Document document) {
        Findings findings = new Findings(document.ref());
        Node object = Node.root(findings, document.tree());
        KINDS.getOrDefault(
                        object.field("apiVersion").text() + " "
                                + object.field("kind").text(),
                        Admission::other)
                .accept(object);
        return findings.all().stream();
    }

    /** What holds for the metadata of every kind, whatever its rule for names. */
    private static void other(Node object) {
        Metadata.generic(object.field("metadata"), Names.PATH_SEGMENT);
    }
}
