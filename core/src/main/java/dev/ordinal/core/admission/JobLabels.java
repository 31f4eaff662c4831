package dev.ordinal.core.admission;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Labels and selector of a Job. The server makes them itself unless told not to; what is written must not be in its way. */
final class JobLabels {
    private static final List<String> OF_NAME = List.of("job-name", "batch.kubernetes.io/job-name");
    private static final String OF_UID = "batch.kubernetes.io/controller-uid";
    /** Stands for the uid that the server gives, which no text that is written can be. */
    private static final String UID = "\u0000";

    private JobLabels() {}

    static void check(Node job, Node spec) {
        Node template = spec.field("template").field("metadata");
        Node own = job.field("metadata").field("labels");
        boolean shared = own.isEmpty() && template.field("labels").isPresent();
        if (shared) {
            // A Job without labels takes those of its template.
            Selectors.labels(template, "labels", own);
        }
        if (spec.field("manualSelector").isTrue()) {
            manual(spec.field("selector"), template.field("labels"));
        } else {
            generated(job, spec.field("selector"), template.field("labels"), shared);
        }
    }

    private static void manual(Node selector, Node labels) {
        if (!selector.isPresent()) {
            selector.required("selector: {matchLabels: {app: my-job}}, or remove manualSelector");
        }
        if (Selectors.check(selector)) {
            selects(selector.isPresent() && Selectors.matches(selector, labels), labels);
        }
    }

    private static void generated(Node job, Node selector, Node labels, boolean shared) {
        String name = Metadata.nameOf(job);
        Map<String, @Nullable Object> made = new LinkedHashMap<>();
        OF_NAME.forEach(label -> made.put(label, name));
        made.put("controller-uid", UID);
        made.put(OF_UID, UID);
        Map<String, @Nullable Object> all = new LinkedHashMap<>(made);
        for (Node label : labels.entries()) {
            all.put(label.key(), label.text());
            if (made.containsKey(label.key()) && !label.text().equals(made.get(label.key()))) {
                label.invalid(Statement.FIELD_IS_ALLOWED_HERE, "the server sets this label itself", "remove the label");
            }
        }
        if (!Names.LABEL_VALUE.accepts(name) && !(labels.has(OF_NAME.get(0)) && labels.has(OF_NAME.get(1)))) {
            Node written = job.field("metadata").field("name");
            unfit(written.calledAs(labels.silent().silent().field("labels")), name);
            if (shared) {
                unfit(written.called("labels"), name);
            }
        }
        if (Selectors.check(selector)) {
            if (!Selectors.matches(selector, labels.holding(made))) {
                selector.invalid(
                        Statement.FIELD_IS_ALLOWED_HERE,
                        "the server makes the selector itself",
                        "remove spec.selector");
            }
            boolean own =
                    UID.equals(all.get(OF_UID)) || selector.field("matchLabels").has(OF_UID);
            selects(own && Selectors.matches(selector, labels.holding(all)), labels);
        }
    }

    private static void unfit(Node name, String text) {
        name.invalid(
                Statement.LABEL_IS_WELL_FORMED,
                "the name becomes a label of the pods and must be " + Names.LABEL_VALUE.words(),
                Names.LABEL_VALUE.fix(text));
    }

    private static void selects(boolean selected, Node labels) {
        if (!selected) {
            labels.invalid(
                    Statement.SELECTOR_MATCHES_TEMPLATE,
                    "spec.selector does not select the pods",
                    "remove spec.selector");
        }
    }
}
