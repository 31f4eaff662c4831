package dev.ordinal.core.change;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Which changes a 1.36 server refuses, by kind. */
final class UpdateRules {
    private static final String INVALID = "FieldValueInvalid";
    private static final String FORBIDDEN = "FieldValueForbidden";
    private static final String KEEP = "keep the running value, or delete the object and create it anew";
    private static final Map<String, Consumer<Update>> KINDS = Map.ofEntries(
            Map.entry("StatefulSet", UpdateRules::statefulSet),
            Map.entry("Service", ServiceUpdates::check),
            Map.entry("PersistentVolumeClaim", ClaimUpdates::check),
            Map.entry("PersistentVolume", VolumeUpdates::check),
            Map.entry("Job", JobUpdates::check),
            Map.entry("ConfigMap", UpdateRules::frozenData),
            Map.entry("Secret", UpdateRules::secret),
            Map.entry("RoleBinding", binding -> frozen(binding, "roleRef")),
            Map.entry("ClusterRoleBinding", binding -> frozen(binding, "roleRef")),
            Map.entry("Deployment", deployment -> frozen(deployment, "spec.selector")),
            Map.entry("DaemonSet", set -> frozen(set, "spec.selector")),
            Map.entry("StorageClass", UpdateRules::storageClass),
            Map.entry("PriorityClass", UpdateRules::priorityClass));
    private static final Set<String> SET_FIELDS = Set.of(
            "spec.replicas",
            "spec.template",
            "spec.updateStrategy",
            "spec.minReadySeconds",
            "spec.ordinals",
            "spec.revisionHistoryLimit",
            "spec.persistentVolumeClaimRetentionPolicy");

    /** Kubernetes 129017, which is in 1.33, lets the revisionHistoryLimit change. */
    private static final int HISTORY_CHANGES = 33;

    private UpdateRules() {}

    static void check(Update update) {
        KINDS.getOrDefault(update.ref().kind(), other -> {}).accept(update);
    }

    private static void statefulSet(Update update) {
        boolean keepsHistory = update.isBefore(HISTORY_CHANGES);
        for (Difference.Part part : update.touching("spec")) {
            boolean history = keepsHistory && part.isIn("spec.revisionHistoryLimit");
            if (history || SET_FIELDS.stream().noneMatch(part::isIn)) {
                update.refuse(
                        part,
                        Effect.RECREATION_ONLY,
                        FORBIDDEN,
                        "spec",
                        "of a StatefulSet only replicas, ordinals, template, updateStrategy, minReadySeconds"
                                + (keepsHistory ? "" : ", revisionHistoryLimit")
                                + " and persistentVolumeClaimRetentionPolicy can change",
                        "keep the running value, or delete the set with --cascade=orphan, which leaves pods and claims, "
                                + "and apply it again");
            }
        }
    }

    /** A field of which the server says that it is immutable. */
    static void frozen(Update update, String field) {
        frozen(update, field, field, Effect.RECREATION_ONLY);
    }

    static void frozen(Update update, String field, String called, Effect effect) {
        update.freeze(field, effect, INVALID, called, field + " cannot change once it is set", KEEP);
    }

    private static void frozenData(Update update) {
        if (!Boolean.TRUE.equals(update.running().get("immutable"))) {
            return;
        }
        for (String field : List.of("immutable", "data", "binaryData")) {
            update.freeze(
                    field,
                    Effect.RECREATION_ONLY,
                    FORBIDDEN,
                    field,
                    "the running object is immutable",
                    "keep it, or create another object under another name and refer to that");
        }
    }

    private static void secret(Update update) {
        frozen(update, "type");
        frozenData(update);
    }

    private static void storageClass(Update update) {
        List.of("parameters", "provisioner", "reclaimPolicy", "volumeBindingMode")
                .forEach(field -> update.freeze(
                        field,
                        Effect.RECREATION_ONLY,
                        field.equals("parameters") || field.equals("provisioner") ? FORBIDDEN : INVALID,
                        field,
                        field + " cannot change once it is set",
                        KEEP));
    }

    private static void priorityClass(Update update) {
        update.freeze("value", Effect.RECREATION_ONLY, FORBIDDEN, "value", "a priority cannot change", KEEP);
        frozen(update, "preemptionPolicy");
    }
}
