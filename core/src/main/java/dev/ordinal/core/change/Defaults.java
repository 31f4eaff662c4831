package dev.ordinal.core.change;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a 1.36 server fills in where an object says nothing, by kind. */
final class Defaults {
    private static final String RBAC = "rbac.authorization.k8s.io";
    private static final Map<String, Consumer<Tree>> KINDS = Map.ofEntries(
            Map.entry("StatefulSet", Defaults::statefulSet),
            Map.entry("Deployment", Defaults::deployment),
            Map.entry("DaemonSet", Defaults::daemonSet),
            Map.entry("Job", job -> job(job.field("spec"))),
            Map.entry("CronJob", Defaults::cronJob),
            Map.entry("Pod", pod -> PodDefaults.fill(pod.field("spec"))),
            Map.entry("Service", Defaults::service),
            Map.entry("PersistentVolumeClaim", claim -> claim(claim.field("spec"))),
            Map.entry("PersistentVolume", volume -> volume.field("spec")
                    .otherwise("persistentVolumeReclaimPolicy", "Retain")
                    .otherwise("volumeMode", "Filesystem")),
            Map.entry("Secret", Defaults::secret),
            Map.entry("NetworkPolicy", policy -> networkPolicy(policy.made("spec"))),
            Map.entry("RoleBinding", Defaults::binding),
            Map.entry("ClusterRoleBinding", Defaults::binding),
            Map.entry("StorageClass", storage -> storage.otherwise("reclaimPolicy", "Delete")
                    .otherwise("volumeBindingMode", "Immediate")),
            Map.entry("PriorityClass", priority -> priority.otherwise("preemptionPolicy", "PreemptLowerPriority")),
            Map.entry("HorizontalPodAutoscaler", hpa -> AutoscalerDefaults.fill(hpa.field("spec"))));

    private Defaults() {}

    static void fill(String kind, Tree object) {
        KINDS.getOrDefault(kind, other -> {}).accept(object);
    }

    private static void statefulSet(Tree set) {
        Tree spec = set.field("spec");
        spec.otherwise("replicas", 1).otherwise("podManagementPolicy", "OrderedReady");
        spec.otherwise("revisionHistoryLimit", 10);
        Tree strategy = spec.made("updateStrategy");
        if (strategy.text("type").isEmpty()) {
            // Only where the type is left out does the server make the block as well.
            strategy.put("type", "RollingUpdate");
            strategy.made("rollingUpdate");
        }
        if (strategy.text("type").equals("RollingUpdate")) {
            strategy.field("rollingUpdate").otherwise("partition", 0);
        }
        Tree retention = spec.made("persistentVolumeClaimRetentionPolicy");
        retention.otherwise("whenDeleted", "Retain").otherwise("whenScaled", "Retain");
        PodDefaults.fill(spec.at("template", "spec"));
        spec.each("volumeClaimTemplates", template -> {
            claim(template.field("spec"));
            template.remove("status");
            // Whatever is written there, the server makes them these.
            template.put("apiVersion", "v1");
            template.put("kind", "PersistentVolumeClaim");
        });
    }

    private static void deployment(Tree deployment) {
        Tree spec = deployment.field("spec");
        spec.otherwise("replicas", 1).otherwise("revisionHistoryLimit", 10).otherwise("progressDeadlineSeconds", 600);
        rolling(spec.made("strategy").otherwise("type", "RollingUpdate"), "25%", "25%");
        PodDefaults.fill(spec.at("template", "spec"));
    }

    private static void daemonSet(Tree set) {
        Tree spec = set.field("spec");
        spec.otherwise("revisionHistoryLimit", 10);
        rolling(spec.made("updateStrategy").otherwise("type", "RollingUpdate"), 1, 0);
        PodDefaults.fill(spec.at("template", "spec"));
    }

    private static void rolling(Tree strategy, Object unavailable, Object surge) {
        if (strategy.text("type").equals("RollingUpdate")) {
            Tree rolling = strategy.made("rollingUpdate");
            rolling.otherwise("maxUnavailable", unavailable).otherwise("maxSurge", surge);
        }
    }

    private static void job(Tree spec) {
        if (!spec.has("completions") && !spec.has("parallelism")) {
            spec.otherwise("completions", 1);
        }
        spec.otherwise("parallelism", 1)
                .otherwise("completionMode", "NonIndexed")
                .otherwise("suspend", false)
                .otherwise("manualSelector", false)
                .otherwise("podReplacementPolicy", spec.has("podFailurePolicy") ? "Failed" : "TerminatingOrFailed")
                .otherwise("backoffLimit", spec.has("backoffLimitPerIndex") ? Integer.MAX_VALUE : 6);
        spec.field("podFailurePolicy")
                .each("rules", rule -> rule.each("onPodConditions", on -> on.otherwise("status", "True")));
        PodDefaults.fill(spec.at("template", "spec"));
    }

    private static void cronJob(Tree cron) {
        Tree spec = cron.field("spec");
        spec.otherwise("concurrencyPolicy", "Allow").otherwise("suspend", false);
        spec.otherwise("successfulJobsHistoryLimit", 3).otherwise("failedJobsHistoryLimit", 1);
        PodDefaults.fill(spec.at("jobTemplate", "spec", "template", "spec"));
    }

    static void claim(Tree spec) {
        spec.otherwise("volumeMode", "Filesystem");
    }

    private static void service(Tree service) {
        Tree spec = service.field("spec");
        spec.otherwise("sessionAffinity", "None").otherwise("type", "ClusterIP");
        if (spec.text("sessionAffinity").equals("ClientIP")) {
            spec.made("sessionAffinityConfig").made("clientIP").otherwise("timeoutSeconds", 10_800);
        } else {
            spec.remove("sessionAffinityConfig");
        }
        spec.each("ports", port -> {
            port.otherwise("protocol", "TCP");
            Object number = port.get("port");
            if (number != null) {
                port.otherwise("targetPort", number).otherwiseNot0("targetPort", (int) port.number("port", 0));
            }
        });
        String type = spec.text("type");
        boolean outside = type.equals("NodePort") || type.equals("LoadBalancer");
        if (Addresses.isReachable(spec)) {
            spec.otherwise("externalTrafficPolicy", "Cluster");
        }
        if (outside || type.equals("ClusterIP")) {
            spec.otherwise("internalTrafficPolicy", "Cluster");
        }
        if (type.equals("LoadBalancer")) {
            spec.otherwise("allocateLoadBalancerNodePorts", true);
        }
    }

    private static void secret(Tree secret) {
        secret.otherwise("type", "Opaque");
        if (secret.field("stringData").isPresent()) {
            Tree data = secret.made("data");
            secret.field("stringData")
                    .map()
                    .forEach((key, text) -> data.put(key, encoded(text == null ? "" : String.valueOf(text))));
        }
        secret.remove("stringData");
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static void networkPolicy(Tree spec) {
        spec.made("podSelector");
        for (String way : List.of("ingress", "egress")) {
            spec.each(way, rule -> rule.each("ports", port -> port.otherwise("protocol", "TCP")));
        }
        if (!(spec.get("policyTypes") instanceof List<?> types) || types.isEmpty()) {
            List<@Nullable Object> both = new ArrayList<>(List.of("Ingress"));
            if (spec.get("egress") instanceof List<?> egress && !egress.isEmpty()) {
                both.add("Egress");
            }
            spec.put("policyTypes", both);
        }
    }

    private static void binding(Tree binding) {
        binding.field("roleRef").otherwise("apiGroup", RBAC);
        binding.each("subjects", subject -> {
            if (subject.text("kind").equals("User") || subject.text("kind").equals("Group")) {
                subject.otherwise("apiGroup", RBAC);
            }
        });
    }

    /** A map with these two entries. */
    static Map<String, @Nullable Object> pair(String first, Object one, String second, Object two) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put(first, one);
        map.put(second, two);
        return map;
    }
}
