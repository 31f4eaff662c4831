package dev.ordinal.core.change;

import dev.ordinal.core.admission.Quantity;
import org.jspecify.annotations.Nullable;

/** Which changes of a PersistentVolumeClaim are refused. */
final class ClaimUpdates {
    private static final String FORBIDDEN = "FieldValueForbidden";
    private static final String STORAGE = "spec.resources.requests[storage]";
    private static final String BETA = "volume.beta.kubernetes.io/storage-class";

    /** From this minor version on a growth that failed can be taken back (gate RecoverVolumeExpansionFailure). */
    private static final int SHRINKS_BACK = 32;

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
        String annotation = "metadata.annotations";
        UpdateRules.frozen(update, annotation + "[" + BETA + "]", annotation + "." + BETA, Effect.RECREATION_ONLY);
        if (isBound(update)) {
            shrinking(update);
            attributes(update);
        }
    }

    private static boolean isAllowed(Update update, Difference.Part part) {
        return switch (part.path()) {
            // Set once: by the binder, or by the controller that gives claims the default class.
            case "spec.volumeName", "spec.storageClassName" -> part.before() == null;
            case STORAGE, "spec.volumeAttributesClassName" -> isBound(update);
            default -> false;
        };
    }

    private static boolean isBound(Update update) {
        return update.running().field("status").text("phase").equals("Bound");
    }

    private static void shrinking(Update update) {
        @Nullable
        Quantity capacity = quantity(update.running().at("status", "capacity").get("storage"));
        for (Difference.Part part : update.touching(STORAGE)) {
            Quantity before = quantity(part.before());
            Quantity after = quantity(part.after());
            if (before != null
                    && after != null
                    && after.compareTo(before) < 0
                    && (update.isBefore(SHRINKS_BACK) || capacity == null || after.compareTo(capacity) <= 0)) {
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
        String field = "spec.volumeAttributesClassName";
        for (Difference.Part part : update.touching(field)) {
            if (part.before() != null
                    && !"".equals(part.before())
                    && (part.after() == null || "".equals(part.after()))) {
                update.refuse(
                        part,
                        Effect.REFUSED,
                        FORBIDDEN,
                        field,
                        "a class that was applied can only be replaced by another one",
                        "name a class of volume attributes");
            }
        }
    }

    private static @Nullable Quantity quantity(@Nullable Object value) {
        return value == null ? null : Quantity.parse(String.valueOf(value));
    }
}
