package dev.ordinal.core.admission;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Metadata that every kind has: name, labels, annotations, owners and finalizers. */
final class Metadata {
    private static final int MOST_ANNOTATION_BYTES = 256 * 1024;
    private static final int LONGEST_PREFIX = 58;
    /** The kinds without a namespace; the server clears one that is written. */
    private static final String[] CLUSTER_WIDE = {
        "Namespace", "ClusterRole", "ClusterRoleBinding", "StorageClass", "PriorityClass"
    };

    /** The kinds whose changes the server counts itself, whatever is written. */
    private static final String[] COUNTED = {"StatefulSet", "Job", "CronJob", "NetworkPolicy", "PriorityClass"};

    private static final Set<String> PLAIN_FINALIZERS = Set.of("kubernetes", "orphan", "foregroundDeletion");

    private Metadata() {}

    /** The metadata of an object whose name follows that rule. */
    static void check(Node object, Names rule) {
        generic(object, rule);
        Node metadata = object.field("metadata");
        if (!object.field("kind").isOneOf(COUNTED)) {
            metadata.field("generation").atLeast(0);
        }
        for (Node finalizer : metadata.each("finalizers")) {
            if (isPlain(finalizer) && !PLAIN_FINALIZERS.contains(finalizer.text())) {
                finalizer.invalid(
                        Statement.NAME_IS_WELL_FORMED,
                        "a finalizer of one's own must have a domain in front",
                        "write example.com/" + finalizer.text());
            }
        }
    }

    /** Whether it is well formed, and one of Kubernetes' own or with a domain in front. */
    static boolean isFinalizer(Node finalizer) {
        return PLAIN_FINALIZERS.contains(finalizer.text())
                || (!isPlain(finalizer) && Names.QUALIFIED.accepts(finalizer.text()));
    }

    private static boolean isPlain(Node finalizer) {
        return finalizer.text().indexOf('/') < 0;
    }

    /** What the server checks for any object at all. */
    static void generic(Node object, Names rule) {
        Node metadata = object.field("metadata");
        name(object, metadata, rule);
        if (!object.field("kind").isOneOf(CLUSTER_WIDE)) {
            metadata.field("namespace").given().named(Names.DNS_LABEL);
        }
        Selectors.labels(metadata, "labels");
        annotations(metadata);
        owners(metadata);
        finalizers(metadata);
    }

    private static void name(Node object, Node metadata, Names rule) {
        Node name = metadata.field("name");
        Node prefix = metadata.field("generateName").given();
        prefix.named(rule, Names.asPrefix(prefix.text()));
        if (!name.isEmpty()) {
            name.named(rule);
        } else if (prefix.isPresent()) {
            prefix.calledAs(name).named(rule, nameOf(object));
        } else {
            name.required("name: my-app");
        }
    }

    /** The name under which the server will know the object; of a name that it makes up the start alone is known. */
    static String nameOf(Node object) {
        String name = object.field("metadata").field("name").text();
        String prefix = object.field("metadata").field("generateName").text();
        return !name.isEmpty() || prefix.isEmpty()
                ? name
                : prefix.substring(0, Math.min(LONGEST_PREFIX, prefix.length())) + "xxxxx";
    }

    static void annotations(Node holder) {
        Node whole = holder.field("annotations");
        long bytes = 0;
        for (Node annotation : holder.entries("annotations")) {
            bytes += bytes(annotation.key()) + bytes(annotation.text());
            if (!Names.QUALIFIED.accepts(annotation.key().toLowerCase(java.util.Locale.ROOT))) {
                annotation
                        .calledAs(whole)
                        .invalid(
                                Statement.ANNOTATION_IS_WELL_FORMED,
                                "the key must be " + Names.QUALIFIED.words(),
                                "rename the key: " + Names.QUALIFIED.fix(annotation.key()));
            }
        }
        if (bytes > MOST_ANNOTATION_BYTES) {
            whole.refuse(
                    Reason.TOO_LONG,
                    Statement.SIZE_IS_WITHIN_LIMIT,
                    "keys and values of all annotations together may have 262144 bytes, and have " + bytes,
                    "move the large values to a ConfigMap");
        }
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static void owners(Node metadata) {
        Node whole = metadata.field("ownerReferences");
        int controllers = 0;
        for (Node owner : metadata.each("ownerReferences")) {
            Node reported = owner.calledAs(whole);
            apiVersion(reported.field("apiVersion"));
            for (String part : List.of("kind", "name", "uid")) {
                if (reported.field(part).isEmpty()) {
                    reported.field(part)
                            .invalid(
                                    Statement.REQUIRED_FIELD_IS_SET,
                                    "an owner has a " + part,
                                    "write the owner's " + part);
                }
            }
            if (owner.field("apiVersion").is("v1") && owner.field("kind").is("Event")) {
                reported.invalid(Statement.FIELD_IS_ALLOWED_HERE, "an Event cannot own anything", "remove this owner");
            }
            controllers += owner.field("controller").isTrue() ? 1 : 0;
        }
        if (controllers > 1) {
            whole.invalid(
                    Statement.FIELDS_FIT_TOGETHER,
                    "one owner alone may be the controller",
                    "write controller: true once");
        }
    }

    private static void apiVersion(Node apiVersion) {
        String[] parts = apiVersion.text().split("/", -1);
        if (parts.length > 2 || parts[parts.length - 1].isEmpty()) {
            apiVersion.invalid(
                    Statement.TEXT_IS_WELL_FORMED, "it must name a group and a version", "write, for example, apps/v1");
        }
    }

    private static void finalizers(Node metadata) {
        Node whole = metadata.field("finalizers");
        boolean orphan = false;
        boolean foreground = false;
        for (Node finalizer : metadata.each("finalizers")) {
            Selectors.qualified(finalizer.calledAs(whole));
            orphan |= finalizer.is("orphan");
            foreground |= finalizer.is("foregroundDeletion");
        }
        if (orphan && foreground) {
            whole.invalid(
                    Statement.FIELDS_FIT_TOGETHER,
                    "orphan and foregroundDeletion exclude each other",
                    "remove one of the two");
        }
    }
}
