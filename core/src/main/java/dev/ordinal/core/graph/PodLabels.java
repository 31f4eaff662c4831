package dev.ordinal.core.graph;

import java.util.Map;

/** The labels of pods: those of the template, and those that the controllers add when they make the pod. */
final class PodLabels {
    private PodLabels() {}

    static boolean select(Map<String, String> selector, Workload workload) {
        for (Map.Entry<String, String> wanted : selector.entrySet()) {
            if (!Selectors.has(workload.labels(), wanted) && !isAdded(wanted, workload)) {
                return false;
            }
        }
        return !selector.isEmpty();
    }

    /** Whether a controller adds labels of that name. */
    static boolean mayBeAdded(Map.Entry<String, String> label) {
        return switch (label.getKey() == null ? "" : label.getKey()) {
            case "statefulset.kubernetes.io/pod-name",
                    "apps.kubernetes.io/pod-index",
                    "job-name",
                    "batch.kubernetes.io/job-name",
                    "batch.kubernetes.io/job-completion-index" -> true;
            default -> false;
        };
    }

    private static boolean isAdded(Map.Entry<String, String> label, Workload workload) {
        String value = label.getValue() == null ? "" : label.getValue();
        String name = workload.ref().name();
        return switch (label.getKey() == null ? "" : label.getKey()) {
            case "statefulset.kubernetes.io/pod-name" -> isMember(value, workload);
            case "apps.kubernetes.io/pod-index" -> workload.isStatefulSet();
            case "job-name", "batch.kubernetes.io/job-name" -> value.equals(name) && isJob(workload);
            case "batch.kubernetes.io/job-completion-index" -> isJob(workload);
            default -> false;
        };
    }

    private static boolean isMember(String pod, Workload workload) {
        String prefix = workload.ref().name() + "-";
        return workload.isStatefulSet()
                && pod.startsWith(prefix)
                && pod.substring(prefix.length()).matches("\\d+");
    }

    private static boolean isJob(Workload workload) {
        return workload.ref().kind().equals("Job");
    }
}
