package dev.ordinal.core.admission;

import java.util.List;
import java.util.Map;

/** Job, batch/v1, and the job spec inside a CronJob. */
final class Jobs {
    private static final int MANY = 100_000;
    private static final int MOST_OF_MANY = 10_000;
    private static final int LONGEST_MANAGER = 63;

    private Jobs() {}

    static void check(Node job) {
        Metadata.check(job, Names.DNS_SUBDOMAIN);
        Node spec = job.field("spec");
        Node completions = completions(spec);
        spec(spec, completions);
        JobLabels.check(job, spec);
        Node name = job.field("metadata").field("name");
        String host = Metadata.nameOf(job) + "-" + (completions.number(0) - 1);
        if (isIndexed(spec) && completions.number(0) > 0 && !Names.DNS_LABEL.accepts(host)) {
            name.invalid(
                    Statement.NAME_IS_WELL_FORMED,
                    "its pods would be called " + host + ", and a host name must be " + Names.DNS_LABEL.words(),
                    "write a shorter name without dots");
        }
    }

    /**
     * What a job is made of, without selector and labels.
     *
     * @param completions how many pods must succeed, as the server knows it
     */
    static void spec(Node spec, Node completions) {
        for (String count : List.of(
                "parallelism",
                "completions",
                "activeDeadlineSeconds",
                "backoffLimit",
                "ttlSecondsAfterFinished",
                "backoffLimitPerIndex",
                "maxFailedIndexes")) {
            spec.field(count).atLeast(0);
        }
        if (spec.field("maxFailedIndexes").isPresent()
                && !spec.field("backoffLimitPerIndex").isPresent()) {
            spec.field("backoffLimitPerIndex").required("backoffLimitPerIndex: 1");
        }
        spec.field("completionMode").oneOf("NonIndexed", "Indexed");
        if (isIndexed(spec)) {
            indexed(spec, completions);
        } else {
            needsIndex(spec.field("successPolicy"));
            if (!spec.field("completionMode").isPresent()
                    || spec.field("completionMode").is("NonIndexed")) {
                needsIndex(spec.field("backoffLimitPerIndex"));
                needsIndex(spec.field("maxFailedIndexes"));
            }
        }
        managedBy(spec.field("managedBy"));
        JobPolicies.check(spec, completions);
        PodTemplates.check(spec.field("template"), true, Map.of());
        restartPolicy(spec.field("template").field("spec").field("restartPolicy"), spec);
    }

    static boolean isIndexed(Node spec) {
        return spec.field("completionMode").is("Indexed");
    }

    /** How many pods must succeed: one, if neither that nor how many run at once is written. */
    private static Node completions(Node spec) {
        Node written = spec.field("completions");
        return written.isPresent() || spec.field("parallelism").isPresent() ? written : written.holding(1);
    }

    private static void needsIndex(Node field) {
        if (field.isPresent()) {
            field.invalid(
                    Statement.FIELDS_FIT_TOGETHER, "it needs completionMode: Indexed", "write completionMode: Indexed");
        }
    }

    private static void indexed(Node spec, Node completions) {
        Node failed = spec.field("maxFailedIndexes");
        Node parallelism = spec.field("parallelism");
        below(parallelism, MANY);
        below(failed, MANY);
        if (completions.required("completions: 3") && failed.isPresent()) {
            below(failed, completions.number(0));
        }
        if (completions.number(0) > MANY && spec.field("backoffLimitPerIndex").isPresent()) {
            failed.required("maxFailedIndexes: 100");
            below(parallelism, MOST_OF_MANY);
            below(failed, MOST_OF_MANY);
        }
    }

    private static void below(Node number, long most) {
        if (number.number(0) > most) {
            number.invalid(
                    Statement.NUMBER_IS_IN_RANGE, "at most " + most + " is allowed here", "write " + most + " or less");
        }
    }

    private static void managedBy(Node manager) {
        if (!manager.isPresent() || !manager.required("managedBy: example.com/controller")) {
            return;
        }
        int slash = manager.text().indexOf('/');
        String path = manager.text().substring(slash + 1);
        boolean formed = slash > 0
                && Names.DNS_SUBDOMAIN.accepts(manager.text().substring(0, slash))
                && !path.isEmpty()
                && path.chars()
                        .allMatch(
                                c -> (Character.isLetterOrDigit(c) && c < 128) || "/-._~%!$&'()*+,;=:".indexOf(c) >= 0);
        if (!formed) {
            manager.invalid(
                    Statement.NAME_IS_WELL_FORMED,
                    "it must be a domain and a path",
                    "write, for example, example.com/controller");
        }
        if (manager.text().length() > LONGEST_MANAGER) {
            manager.refuse(
                    Reason.TOO_LONG,
                    Statement.SIZE_IS_WITHIN_LIMIT,
                    "it may have 63 characters",
                    "write a shorter name");
        }
    }

    private static void restartPolicy(Node policy, Node spec) {
        if (policy.isEmpty() || policy.is("Always")) {
            policy.refuse(
                    Reason.REQUIRED,
                    Statement.VALUE_IS_KNOWN,
                    "the pods of a job end, so Always, which is the default, cannot be",
                    "write restartPolicy: OnFailure or restartPolicy: Never");
        } else {
            policy.oneOf("OnFailure", "Never");
        }
        if (policy.is("OnFailure") && spec.field("podFailurePolicy").isPresent()) {
            policy.invalid(Statement.FIELDS_FIT_TOGETHER, "podFailurePolicy needs Never", "write restartPolicy: Never");
        }
    }
}
