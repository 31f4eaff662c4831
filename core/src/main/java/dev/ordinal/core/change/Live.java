package dev.ordinal.core.change;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An object as the server has it: without what only tells its state, and with what the server fills in. */
final class Live {
    static final Set<String> JOB_LABELS =
            Set.of("batch.kubernetes.io/controller-uid", "batch.kubernetes.io/job-name", "controller-uid", "job-name");
    private static final List<String> ANNOTATIONS = List.of(
            "kubectl.kubernetes.io/last-applied-configuration",
            "deployment.kubernetes.io/revision",
            "pv.kubernetes.io/",
            "volume.kubernetes.io/selected-node",
            "volume.kubernetes.io/storage-",
            "volume.beta.kubernetes.io/storage-provisioner");
    private static final Set<String> FINALIZERS = Set.of(
            "kubernetes.io/pvc-protection",
            "kubernetes.io/pv-protection",
            "service.kubernetes.io/load-balancer-cleanup");
    private static final String GENERATED = "(generated)";

    private Live() {}

    /** What a person wrote, as far as one can see it: a copy without status and without what servers write. */
    static Map<String, @Nullable Object> written(String kind, Map<String, @Nullable Object> tree) {
        Tree object = Tree.of(Tree.copy(tree));
        object.remove("status");
        Tree metadata = object.field("metadata");
        metadata.remove("uid", "resourceVersion", "generation", "creationTimestamp", "managedFields", "selfLink");
        metadata.remove("deletionTimestamp", "deletionGracePeriodSeconds", "namespace");
        metadata.field("annotations").map().keySet().removeIf(key -> ANNOTATIONS.stream()
                .anyMatch(key::startsWith));
        if (metadata.get("finalizers") instanceof List<?> list) {
            list.removeIf(name -> name instanceof String text && FINALIZERS.contains(text));
        }
        if (kind.equals("Job") && isGenerated(object)) {
            generated(object, false);
        } else if (kind.equals("Service")) {
            Addresses.paired(object.field("spec"));
        }
        return object.map();
    }

    /** The same with the defaults filled in, and with zero values where null stands for them. */
    static Tree filled(String kind, Map<String, @Nullable Object> written) {
        Tree object = Tree.of(withoutNulls(written, List.of(), kind));
        Defaults.fill(kind, object);
        return object;
    }

    /** The running object, with what the server adds to it once. */
    static Tree running(String kind, Map<String, @Nullable Object> written) {
        Tree object = filled(kind, written);
        if (kind.equals("Job") && isGenerated(object)) {
            generated(object, true);
        } else if (kind.equals("PersistentVolumeClaim")) {
            forget(object.field("spec"));
            sources(object.field("spec"));
        }
        return object;
    }

    /** What the writer of the running object owns: what is written, but not what the server adds by itself. */
    static Map<String, @Nullable Object> owned(String kind, Map<String, @Nullable Object> written) {
        Tree object = Tree.of(Tree.copy(written));
        Tree spec = object.field("spec");
        if (kind.equals("Job") && isGenerated(object)) {
            spec.remove("selector");
            Tree template = spec.field("template");
            template.at("metadata", "labels").map().keySet().removeAll(JOB_LABELS);
            removeEmpty(template.field("metadata"), "labels");
            removeEmpty(template, "metadata");
        } else if (kind.equals("PersistentVolumeClaim")) {
            // Claims come from the controller of a set, or from who restored them: what is in them has other owners
            // too.
            object.put("spec", new LinkedHashMap<>());
        } else if (kind.equals("PersistentVolume")) {
            // The binder writes it.
            spec.remove("claimRef");
        } else if (kind.equals("Service")) {
            spec.remove("clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy", "healthCheckNodePort");
        }
        return object.map();
    }

    private static void removeEmpty(Tree place, String name) {
        if (place.field(name).map().isEmpty()) {
            place.remove(name);
        }
    }

    static boolean isGenerated(Tree job) {
        return !Boolean.TRUE.equals(job.field("spec").get("manualSelector"));
    }

    /** Puts one text for what differs in every cluster. */
    private static void generated(Tree job, boolean add) {
        Tree spec = job.field("spec");
        if (add || spec.at("selector", "matchLabels").has("batch.kubernetes.io/controller-uid")) {
            Map<String, @Nullable Object> labels = new LinkedHashMap<>();
            labels.put("batch.kubernetes.io/controller-uid", GENERATED);
            spec.put("selector", new LinkedHashMap<>(Map.of("matchLabels", labels)));
        }
        Tree template = spec.field("template");
        Tree labels = add ? template.made("metadata").made("labels") : template.at("metadata", "labels");
        JOB_LABELS.stream()
                .sorted()
                .filter(label -> add || labels.has(label))
                .forEach(label -> labels.put(label, GENERATED));
    }

    /** A new claim that names a source which the old field cannot name is stored without it. */
    static void forget(Tree spec) {
        if (!spec.has("dataSourceRef") && !isPlain(spec.field("dataSource"))) {
            spec.remove("dataSource");
        }
    }

    /** The server says twice from what a claim is filled. */
    private static void sources(Tree spec) {
        if (!spec.has("dataSourceRef") && spec.has("dataSource")) {
            spec.put("dataSourceRef", Tree.copy(spec.get("dataSource")));
        } else if (!spec.has("dataSource") && isPlain(spec.field("dataSourceRef"))) {
            spec.put("dataSource", Tree.copy(spec.get("dataSourceRef")));
        }
    }

    private static boolean isPlain(Tree source) {
        String group = source.text("apiGroup");
        return group.isEmpty()
                ? source.text("kind").equals("PersistentVolumeClaim")
                : group.equals("snapshot.storage.k8s.io") && source.text("kind").equals("VolumeSnapshot");
    }

    private static Map<String, @Nullable Object> withoutNulls(
            Map<String, @Nullable Object> map, List<String> names, String kind) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        String zero = Difference.isTexts(names, kind) ? "" : Difference.isAmounts(names) ? "0" : null;
        map.forEach((name, value) -> {
            Object kept = value == null ? zero : withoutNulls(value, Difference.with(names, name), kind);
            if (kept != null) {
                result.put(name, kept);
            }
        });
        return result;
    }

    private static Object withoutNulls(Object value, List<String> names, String kind) {
        if (value instanceof Map<?, ?>) {
            return withoutNulls(Tree.asMap(value), names, kind);
        } else if (value instanceof List<?> list) {
            return new java.util.ArrayList<@Nullable Object>(list.stream()
                    .map(item -> item == null ? "" : withoutNulls(item, names, kind))
                    .toList());
        }
        return value;
    }
}
