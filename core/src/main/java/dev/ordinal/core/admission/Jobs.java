package dev.ordinal.core.admission;

import java.util.List;
import java.util.Map;

/** Job, batch/v1, and the job spec inside a CronJob. */
final class Jobs {
    private static final List<String> NAME_LABELS = List.of("job-name", "batch.kubernetes.io/job-name");
    private static final List<String> UID_LABELS = List.of("controller-uid", "batch.kubernetes.io/controller-uid");
    private static final int MANY = 100_000;
    private static final int MOST_OF_MANY = 10_000;
    private static final int LONGEST_MANAGER = 63;

    private Jobs() {}

    static void check(Node job) {
        Metadata.check(job, Names.DNS_SUBDOMAIN);
        Node spec = job.field("spec");
        Node name = job.field("metadata").field("name");
        spec(spec);
        if (spec.field("manualSelector").isTrue()) {
            selector(spec);
        } else {
            generated(spec, name);
        }
        long completions = completions(spec);
        String host = name.text() + "-" + (completions - 1);
        if (isIndexed(spec) && completions > 0 && !Names.DNS_LABEL.accepts(host)) {
            name.invalid(
                    Statement.NAME_IS_WELL_FORMED,
                    "its pods would be called " + host + ", and a host name must be " + Names.DNS_LABEL.words(),
                    "write a shorter name without dots");
        }
    }

    private static void selector(Node spec) {
        Node selector = spec.field("selector");
        if (!selector.isPresent()) {
            selector.required("selector: {matchLabels: {app: my-job}}, or remove manualSelector");
        }
        if (Selectors.check(selector)) {
            matchesTemplate(selector, spec);
        }
    }

    private static void matchesTemplate(Node selector, Node spec) {
        Node labels = spec.field("template").field("metadata").field("labels");
        if (!selector.isPresent() || !Selectors.matches(selector, labels)) {
            labels.invalid(
                    Statement.SELECTOR_MATCHES_TEMPLATE,
                    "spec.selector does not select the pods",
                    "remove spec.selector");
        }
    }

    /** The server makes selector and labels itself; what a user wrote there must not be in its way. */
    private static void generated(Node spec, Node name) {
        Node labels = spec.field("template").field("metadata").field("labels");
        for (String label : NAME_LABELS) {
            if (labels.has(label) && !labels.key(label).text().equals(name.text())) {
                own(labels.key(label));
            } else if (!labels.has(label) && !Names.LABEL_VALUE.accepts(name.text())) {
                name.calledAs(labels.silent().silent().field("labels"))
                        .invalid(
                                Statement.LABEL_IS_WELL_FORMED,
                                "the name becomes a label of the pods and must be " + Names.LABEL_VALUE.words(),
                                Names.LABEL_VALUE.fix(name.text()));
            }
        }
        UID_LABELS.stream().filter(labels::has).forEach(label -> own(labels.key(label)));
        Node selector = spec.field("selector");
        boolean formed = Selectors.check(selector);
        if (formed
                && !(selector.field("matchLabels").isEmpty()
                        && selector.field("matchExpressions").isEmpty())) {
            selector.invalid(
                    Statement.FIELD_IS_ALLOWED_HERE, "the server makes the selector itself", "remove spec.selector");
            matchesTemplate(selector, spec);
        }
    }

    private static void own(Node label) {
        label.invalid(Statement.FIELD_IS_ALLOWED_HERE, "the server sets this label itself", "remove the label");
    }

    /** What a job is made of, without selector and labels. */
    static void spec(Node spec) {
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
            indexed(spec);
        } else if (!spec.field("completionMode").isPresent()
                || spec.field("completionMode").is("NonIndexed")) {
            for (String field : List.of("backoffLimitPerIndex", "maxFailedIndexes", "successPolicy")) {
                needsIndex(spec.field(field));
            }
        }
        managedBy(spec.field("managedBy"));
        JobPolicies.check(spec);
        PodTemplates.check(spec.field("template"), true, Map.of());
        restartPolicy(spec.field("template").field("spec").field("restartPolicy"), spec);
    }

    static boolean isIndexed(Node spec) {
        return spec.field("completionMode").is("Indexed");
    }

    /** How many pods must succeed; -1 where the server will not know. */
    static long completions(Node spec) {
        boolean both = !spec.field("completions").isPresent()
                && !spec.field("parallelism").isPresent();
        return spec.field("completions").number(both ? 1 : -1);
    }

    private static void needsIndex(Node field) {
        if (field.isPresent()) {
            field.invalid(
                    Statement.FIELDS_FIT_TOGETHER, "it needs completionMode: Indexed", "write completionMode: Indexed");
        }
    }

    private static void indexed(Node spec) {
        long completions = completions(spec);
        Node failed = spec.field("maxFailedIndexes");
        Node parallelism = spec.field("parallelism");
        if (completions == -1 && !spec.field("completions").isPresent()) {
            spec.field("completions").required("completions: 3");
        }
        below(parallelism, MANY);
        below(failed, MANY);
        if (completions >= 0) {
            below(failed, completions);
        }
        if (completions > MANY && spec.field("backoffLimitPerIndex").isPresent()) {
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
