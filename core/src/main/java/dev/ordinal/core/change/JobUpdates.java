package dev.ordinal.core.change;

import java.util.List;
import java.util.Objects;

/** Which changes of a Job are refused. */
final class JobUpdates {
    private static final String LABELS = "spec.template.metadata.labels";
    private static final List<String> FROZEN = List.of(
            "completionMode", "podFailurePolicy", "backoffLimitPerIndex", "managedBy", "successPolicy", "selector");

    private JobUpdates() {}

    static void check(Update update) {
        Tree spec = update.result().field("spec");
        FROZEN.forEach(field -> UpdateRules.frozen(update, "spec." + field));
        boolean indexed = spec.text("completionMode").equals("Indexed");
        boolean tandem = Objects.equals(spec.get("completions"), spec.get("parallelism"));
        // That an indexed Job says how many it needs is asked for by itself.
        if (!indexed || !(tandem || spec.get("completions") == null)) {
            UpdateRules.frozen(update, "spec.completions");
        }
        template(update);
        if (Live.isGenerated(update.running())) {
            labels(update);
        }
    }

    private static void template(Update update) {
        SuspendedJob job = SuspendedJob.of(update);
        for (Difference.Part part : update.touching("spec.template")) {
            if (!job.lets(part)) {
                update.refuse(
                        part,
                        Effect.RECREATION_ONLY,
                        "FieldValueInvalid",
                        job.called(part),
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
