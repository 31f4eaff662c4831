package dev.ordinal.core;

import dev.ordinal.core.graph.ResourceGraph;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Endpoints;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The objects of a YAML text, for tests that must not depend on the strict reader. */
public final class Given {
    private static final YAMLMapper MAPPER = new YAMLMapper();
    private static final Map<String, Class<? extends HasMetadata>> KINDS = kinds(
            ClusterRole.class,
            ClusterRoleBinding.class,
            ConfigMap.class,
            CronJob.class,
            DaemonSet.class,
            Deployment.class,
            Endpoints.class,
            HorizontalPodAutoscaler.class,
            Job.class,
            Namespace.class,
            NetworkPolicy.class,
            PersistentVolumeClaim.class,
            PodDisruptionBudget.class,
            Role.class,
            RoleBinding.class,
            Secret.class,
            Service.class,
            ServiceAccount.class,
            StatefulSet.class);

    private Given() {}

    /** The graph of the documents of a YAML text, each with its kind. */
    public static ResourceGraph graph(String yaml) {
        return ResourceGraph.of(objects(yaml));
    }

    /** The documents of a YAML text. */
    public static List<HasMetadata> objects(String yaml) {
        List<HasMetadata> objects = new ArrayList<>();
        try (MappingIterator<JsonNode> documents =
                MAPPER.readerFor(JsonNode.class).readValues(yaml)) {
            documents.forEachRemaining(document -> objects.add(object(document)));
        }
        return objects;
    }

    /** One document. */
    public static HasMetadata object(JsonNode document) {
        String kind = document.path("kind").asString();
        Class<? extends HasMetadata> type = KINDS.get(kind);
        if (type == null && document.path("apiVersion").asString("").contains(".com/")) {
            return MAPPER.treeToValue(document, GenericKubernetesResource.class);
        } else if (type == null) {
            throw new IllegalArgumentException("no such kind in the tests: " + kind);
        }
        return MAPPER.treeToValue(document, type);
    }

    @SafeVarargs
    private static Map<String, Class<? extends HasMetadata>> kinds(Class<? extends HasMetadata>... types) {
        Map<String, Class<? extends HasMetadata>> kinds = new LinkedHashMap<>();
        for (Class<? extends HasMetadata> type : types) {
            kinds.put(HasMetadata.getKind(type), type);
        }
        return kinds;
    }
}
