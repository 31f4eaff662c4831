package dev.ordinal.core.change;

import dev.ordinal.core.admission.Quantity;
import org.jspecify.annotations.Nullable;

/** Which changes of a PersistentVolumeClaim are refused. */
final class ClaimUpdates {
    private static final String FORBIDDEN = "FieldValueForbidden";
    private static final String STORAGE = "spec.resources.requests[storage]";
    private static final String BETA = "volume.beta.kubernetes.io/storage-class";

    private static final String CLASS = "spec.storageClassName";
    private static final String ATTRIBUTES = "spec.volumeAttributesClassName";

    /** A growth that failed can be taken back: RecoverVolumeExpansionFailure is on (kubernetes 128342). */
    private static final int SHRINKS_BACK = 32;

    /** The gate VolumeAttributesClass is on (kubernetes 131549), and a class that was not applied can go (132106). */
    private static final int ATTRIBUTES_CHANGE = 34;

    private ClaimUpdates() {}

    static void check(Update update) {
        for (Difference.Part part : update.touching("spec")) {
            if (!isAllowed(update, part)) {
                update.refuse(
                        part,
                        Effect.RECREATION_ONLY,
                        FORBIDDEN,
                        "spec",
                        "of a claim only the requested size can change, and only once it is bound to a volume",
                        "keep the running value, or create another claim and move the data");
            }
        }
        UpdateRules.frozen(update, "spec.volumeMode", "volumeMode", Effect.RECREATION_ONLY);
        if (!movesItsClass(update)) {
            String annotation = "metadata.annotations";
            UpdateRules.frozen(update, annotation + "[" + BETA + "]", annotation + "." + BETA, Effect.RECREATION_ONLY);
        }
        shrinking(update);
        attributes(update);
    }

    private static boolean isAllowed(Update update, Difference.Part part) {
        return switch (part.path()) {
            // Set once, by the binder.
            case "spec.volumeName" -> part.before() == null;
            case CLASS -> part.before() == null && isTheClassOfTheAnnotation(update, part.after());
            case STORAGE, ATTRIBUTES -> isBound(update);
            default -> false;
        };
    }

    /** Claims without a class get the default class, or the one that an old annotation names. */
    private static boolean isTheClassOfTheAnnotation(Update update, @Nullable Object name) {
        Object old = update.running().at("metadata", "annotations").get(BETA);
        return name != null && (old == null || old.equals(name));
    }

    /** Whether the class that an old annotation names is now named by its field; the annotation may go then. */
    private static boolean movesItsClass(Update update) {
        Tree before = update.running().at("metadata", "annotations");
        Tree after = update.result().at("metadata", "annotations");
        return before.has(BETA)
                && !update.running().field("spec").has("storageClassName")
                && before.text(BETA).equals(update.result().field("spec").text("storageClassName"))
                && (!after.has(BETA) || after.text(BETA).equals(before.text(BETA)));
    }

    private static boolean isBound(Update update) {
        return update.running().field("status").text("phase").equals("Bound");
    }

    private static void shrinking(Update update) {
        Object reported = update.running().at("status", "capacity").get("storage");
        Quantity capacity = quantity(reported == null ? "0" : reported);
        Tree status = update.running().field("status");
        boolean never = update.isBefore(SHRINKS_BACK)
                && !status.has("allocatedResources")
                && !status.has("allocatedResourceStatuses");
        for (Difference.Part part : update.touching(STORAGE)) {
            Quantity before = quantity(part.before());
            Quantity after = quantity(part.after());
            if (before != null
                    && after != null
                    && after.compareTo(before) < 0
                    && (never || capacity == null || after.compareTo(capacity) <= 0)) {
                update.refuse(
                        part,
                        Effect.REFUSED,
                        FORBIDDEN,
                        "spec.resources.requests.storage",
                        "a volume never becomes smaller than it is",
                        "keep the running size");
            }
        }
    }

    private static void attributes(Update update) {
        if (update.isBefore(ATTRIBUTES_CHANGE)) {
            update.touching(ATTRIBUTES).stream()
                    // A class that is new is not stored at all.
                    .filter(part -> part.before() != null)
                    .forEach(part -> attributes(
                            update,
                            part,
                            "servers before 1." + ATTRIBUTES_CHANGE + " know no classes of volume attributes",
                            "keep the running class"));
        } else if (update.running().field("status").has("currentVolumeAttributesClassName")) {
            update.touching(ATTRIBUTES).stream()
                    .filter(part -> part.after() == null || "".equals(part.after()))
                    .forEach(part -> attributes(
                            update,
                            part,
                            "a class that was applied can only be replaced by another one",
                            "name a class of volume attributes"));
        }
    }

    private static void attributes(Update update, Difference.Part part, String why, String fix) {
        update.refuse(part, Effect.REFUSED, FORBIDDEN, ATTRIBUTES, why, fix);
    }

    private static @Nullable Quantity quantity(@Nullable Object value) {
        return value == null ? null : Quantity.parse(String.valueOf(value));
    }
}
