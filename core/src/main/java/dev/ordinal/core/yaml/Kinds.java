package dev.ordinal.core.yaml;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodTemplate;
import io.fabric8.kubernetes.api.model.ReplicationController;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.ControllerRevision;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.ReplicaSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.IPAddress;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.ServiceCIDR;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.scheduling.v1.PriorityClass;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The kinds that a Kubernetes 1.36 API server serves and the model has classes for. */
final class Kinds {
    /** Served in the groups of the table, but not read as typed objects. */
    private static final Set<String> UNTYPED = Set.of(
            "v1/Binding",
            "v1/ComponentStatus",
            "v1/Event",
            "v1/List",
            "v1/Status",
            "autoscaling/v1/Scale",
            "policy/v1/Eviction");

    private static final Map<String, Kind> TABLE = new LinkedHashMap<>();

    /** One kind. */
    record Kind(String apiVersion, String name, Class<? extends HasMetadata> type) {
        boolean namespaced() {
            return Namespaced.class.isAssignableFrom(type);
        }
    }

    static {
        add(
                "apps/v1",
                StatefulSet.class,
                Deployment.class,
                DaemonSet.class,
                ReplicaSet.class,
                ControllerRevision.class);
        add("v1", Pod.class, Service.class, PersistentVolumeClaim.class, PersistentVolume.class, ConfigMap.class);
        add("v1", Secret.class, ServiceAccount.class, Namespace.class, LimitRange.class, ResourceQuota.class);
        add("v1", Endpoints.class, Node.class, PodTemplate.class, ReplicationController.class);
        add("policy/v1", PodDisruptionBudget.class);
        add("networking.k8s.io/v1", NetworkPolicy.class, Ingress.class, IngressClass.class);
        add("networking.k8s.io/v1", IPAddress.class, ServiceCIDR.class);
        add("rbac.authorization.k8s.io/v1", Role.class, RoleBinding.class, ClusterRole.class, ClusterRoleBinding.class);
        add("batch/v1", Job.class, CronJob.class);
        add("autoscaling/v2", HorizontalPodAutoscaler.class);
        add("autoscaling/v1", io.fabric8.kubernetes.api.model.autoscaling.v1.HorizontalPodAutoscaler.class);
        add("scheduling.k8s.io/v1", PriorityClass.class);
    }

    private Kinds() {}

    @SafeVarargs
    private static void add(String apiVersion, Class<? extends HasMetadata>... types) {
        for (Class<? extends HasMetadata> type : types) {
            TABLE.put(apiVersion + "/" + type.getSimpleName(), new Kind(apiVersion, type.getSimpleName(), type));
        }
    }

    /** The kind of that exact name. */
    static Optional<Kind> find(String apiVersion, String kind) {
        return Optional.ofNullable(TABLE.get(apiVersion + "/" + kind));
    }

    /** Whether objects of that kind live in a namespace; kinds that the table does not know are taken to do so. */
    static boolean namespaced(String apiVersion, String kind) {
        return find(apiVersion, kind).map(Kind::namespaced).orElse(true);
    }

    /** All kinds of the table. */
    static List<Kind> all() {
        return List.copyOf(TABLE.values());
    }

    /** The kind that was meant by a name that no API server knows; empty for a kind of somebody's own. */
    static Optional<Kind> meant(String apiVersion, String kind) {
        if (find(apiVersion, kind).isPresent() || UNTYPED.contains(apiVersion + "/" + kind)) {
            return Optional.empty();
        }
        String group = group(apiVersion);
        boolean builtIn = !group.contains(".")
                || all().stream().anyMatch(k -> group(k.apiVersion()).equals(group));
        return all().stream()
                .filter(k -> k.name().equals(kind)
                        ? builtIn || Similar.distance(group, group(k.apiVersion())) <= 2
                        : builtIn && isNear(kind, k.name()))
                .findFirst();
    }

    /** Whether the API server itself serves the group, so that a kind which is not in it cannot exist. */
    static boolean isOwnGroup(String apiVersion) {
        String group = group(apiVersion);
        return !group.contains(".") || group.equals("networking.k8s.io") || group.equals("rbac.authorization.k8s.io");
    }

    /** Whether the server serves it, be it in the model or not. */
    static boolean isServed(String apiVersion, String kind) {
        return TABLE.containsKey(apiVersion + "/" + kind) || UNTYPED.contains(apiVersion + "/" + kind);
    }

    /** The first kind of that name. */
    static Optional<Kind> named(String kind) {
        return all().stream().filter(k -> k.name().equals(kind)).findFirst();
    }

    private static boolean isNear(String written, String name) {
        return written.equalsIgnoreCase(name)
                || written.equalsIgnoreCase(name + "s")
                || (name.length() > 4 && Similar.distance(written, name) <= 2);
    }

    private static String group(String apiVersion) {
        int slash = apiVersion.indexOf('/');
        return slash < 0 ? "" : apiVersion.substring(0, slash);
    }
}
