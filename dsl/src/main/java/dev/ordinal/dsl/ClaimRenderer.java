package dev.ordinal.dsl;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.TypedLocalObjectReference;
import io.fabric8.kubernetes.api.model.VolumeResourceRequirements;
import java.util.List;
import java.util.Map;

/** Claim templates. They carry no labels: the controller adds the selector's, and a template cannot be changed later. */
final class ClaimRenderer {
    private ClaimRenderer() {}

    static PersistentVolumeClaim template(ClaimVolume volume) {
        ObjectMeta meta = new ObjectMeta();
        meta.setName(volume.name());
        meta.setAnnotations(volume.annotations());
        PersistentVolumeClaim claim = new PersistentVolumeClaim();
        // Inside a StatefulSet a template needs no apiVersion and kind, and the API server gives it them.
        claim.setApiVersion(null);
        claim.setKind(null);
        claim.setMetadata(meta);
        claim.setSpec(spec(volume));
        return claim;
    }

    private static PersistentVolumeClaimSpec spec(ClaimVolume volume) {
        PersistentVolumeClaimSpec spec = asked(volume.access(), volume.size());
        spec.setStorageClassName(volume.storageClass().orElse(null));
        spec.setVolumeMode(volume.isBlock() ? "Block" : null);
        spec.setVolumeAttributesClassName(volume.attributesClass().orElse(null));
        spec.setDataSource(
                volume.restoredFrom().isPresent() ? source(volume.restoredFrom().get()) : null);
        return spec;
    }

    static PersistentVolumeClaimSpec ephemeral(EphemeralVolume volume) {
        PersistentVolumeClaimSpec spec = asked(volume.access(), volume.size());
        spec.setStorageClassName(volume.storageClass().orElse(null));
        return spec;
    }

    private static PersistentVolumeClaimSpec asked(AccessMode access, Size size) {
        PersistentVolumeClaimSpec spec = new PersistentVolumeClaimSpec();
        spec.setAccessModes(List.of(access.toString()));
        spec.setResources(new VolumeResourceRequirements(null, Map.of("storage", new Quantity(size.toString()))));
        return spec;
    }

    private static TypedLocalObjectReference source(ClaimSource source) {
        return source instanceof ClaimSource.Snapshot snapshot
                ? new TypedLocalObjectReference("snapshot.storage.k8s.io", "VolumeSnapshot", snapshot.name())
                : new TypedLocalObjectReference(null, "PersistentVolumeClaim", ((ClaimSource.Claim) source).name());
    }
}
