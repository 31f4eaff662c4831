package dev.ordinal.core.change;

import java.util.List;
import java.util.stream.Stream;

/** Which changes of a PersistentVolume are refused. */
final class VolumeUpdates {
    private static final String KEEP = "keep the running value, or make another volume and move the data";
    private static final String ATTRIBUTES = "spec.volumeAttributesClassName";

    /** All else in a spec is where the volume is. */
    private static final List<String> NO_SOURCE = Stream.of(
                    "capacity",
                    "accessModes",
                    "claimRef",
                    "persistentVolumeReclaimPolicy",
                    "storageClassName",
                    "mountOptions",
                    "volumeMode",
                    "nodeAffinity",
                    "volumeAttributesClassName")
            .map(field -> "spec." + field)
            .toList();

    private VolumeUpdates() {}

    static void check(Update update) {
        update.touching("spec").stream()
                .filter(part -> NO_SOURCE.stream().noneMatch(part::isIn))
                // It may be given afterwards, once.
                .filter(part -> !part.path().equals("spec.csi.controllerExpandSecretRef") || part.before() != null)
                .forEach(part -> update.refuse(
                        part,
                        Effect.RECREATION_ONLY,
                        "FieldValueForbidden",
                        "spec.persistentvolumesource",
                        "a volume stays where it is",
                        KEEP));
        UpdateRules.frozen(update, "spec.volumeMode", "volumeMode", Effect.RECREATION_ONLY);
        // The gate MutablePVNodeAffinity (kubernetes 134339) is off in 1.36.
        if (update.running().field("spec").has("nodeAffinity")) {
            UpdateRules.frozen(update, "spec.nodeAffinity", "nodeAffinity", Effect.RECREATION_ONLY);
        }
        update.touching(ATTRIBUTES).stream()
                .filter(part -> part.before() != null && part.after() == null)
                .forEach(part -> update.refuse(
                        part,
                        Effect.REFUSED,
                        "FieldValueForbidden",
                        ATTRIBUTES,
                        "a class that was applied can only be replaced by another one",
                        "name a class of volume attributes"));
    }
}
