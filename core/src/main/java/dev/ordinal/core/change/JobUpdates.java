package dev.ordinal.core.change;

import java.util.List;
import java.util.Objects;

/** Which changes of a Job are refused. */
final class JobUpdates {
    private static final String LABELS = "spec.template.metadata.labels";
    private static final List<String> FROZEN = List.of(
            "completionMode", "podFailurePolicy", "backoffLimitPerIndex", "managedBy", "successPolicy", "selector");
    /** The first minor version in which the resources of a suspended Job are free. */
    private static final int RESOURCES_CHANGE = 36;

    private static final List<String> SUSPENDED = List.of(
            "spec.template.metadata.labels",
            "spec.template.metadata.annotations",
            "spec.template.spec.nodeSelector",
            "spec.template.spec.affinity.nodeAffinity",
            "spec.template.spec.tolerations",
            "spec.template.spec.schedulingGates");

    private JobUpdates() {}

    static void check(Update update) {
        Tree spec = update.result().field("spec");
        FROZEN.forEach(field -> UpdateRules.frozen(update, "spec." + field));
        boolean indexed = spec.text("completionMode").equals("Indexed");
        boolean tandem = Objects.equals(spec.get("completions"), spec.get("parallelism"));
        if (!indexed || !tandem) {
            UpdateRules.frozen(update, "spec.completions");
        }
        template(update);
        if (Live.isGenerated(update.running())) {
            labels(update);
        }
    }

    private static void template(Update update) {
        boolean suspended = Boolean.TRUE.equals(update.running().field("spec").get("suspend"));
        for (Difference.Part part : update.touching("spec.template")) {
            boolean resources =
                    part.path().matches("spec\\.template\\.spec\\.(initC|c)ontainers\\[\\d+]\\.resources\\b.*");
            boolean free = SUSPENDED.stream().anyMatch(part::isIn) || (resources && !update.isBefore(RESOURCES_CHANGE));
            if (!suspended || !free) {
                update.refuse(
                        part,
                        Effect.RECREATION_ONLY,
                        "FieldValueInvalid",
                        "spec.template",
                        "a Job runs the template with which it was created",
                        "delete the Job and apply it again, or give the new one another name");
            }
        }
    }

    /** The labels by which the Job finds its pods are the server's own and must stay. */
    private static void labels(Update update) {
        Tree labels = update.result().at("spec", "template", "metadata", "labels");
        for (String label : Live.JOB_LABELS.stream().sorted().toList()) {
            if (labels.text(label).isEmpty()) {
                missing(update, LABELS + "[" + label + "]", "FieldValueRequired");
            }
        }
        if (labels.text("batch.kubernetes.io/controller-uid").isEmpty()) {
            missing(update, LABELS, "FieldValueInvalid");
        }
    }

    private static void missing(Update update, String field, String reason) {
        update.refuse(
                field,
                "nothing",
                reason,
                field,
                "without the labels that the server added the Job does not find its pods",
                "keep metadata.labels in the template");
    }
}
