package dev.ordinal.dsl;

import io.fabric8.kubernetes.api.model.CSIVolumeSource;
import io.fabric8.kubernetes.api.model.EmptyDirVolumeSource;
import io.fabric8.kubernetes.api.model.EphemeralVolumeSource;
import io.fabric8.kubernetes.api.model.HostPathVolumeSource;
import io.fabric8.kubernetes.api.model.NFSVolumeSource;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimTemplate;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimVolumeSource;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.ArrayList;
import java.util.List;

/** The pod's volumes and the claim templates, as they follow from the mounts. */
final class VolumeRenderer {
    private VolumeRenderer() {}

    static List<PersistentVolumeClaim> claimTemplates(StatefulApp app) {
        List<PersistentVolumeClaim> templates = new ArrayList<>();
        for (VolumeSpec volume : Volumes.of(app)) {
            if (volume instanceof ClaimVolume claim) {
                templates.add(ClaimRenderer.template(claim));
            }
        }
        return templates;
    }

    static List<Volume> volumes(StatefulApp app) {
        List<Volume> volumes = new ArrayList<>();
        for (VolumeSpec volume : Volumes.of(app)) {
            if (!(volume instanceof ClaimVolume)) {
                volumes.add(volume(app, volume));
            }
        }
        return volumes;
    }

    private static Volume volume(StatefulApp app, VolumeSpec spec) {
        Volume volume = new Volume();
        volume.setName(spec.name());
        if (spec instanceof ScratchVolume scratch) {
            volume.setEmptyDir(scratch(scratch));
        } else if (spec instanceof FilesVolume files) {
            volume.setConfigMap(ProjectionRenderer.files(files, Names.files(app, files)));
        } else if (spec instanceof ConfigVolume config) {
            volume.setConfigMap(ProjectionRenderer.config(config));
        } else if (spec instanceof SecretVolume secret) {
            volume.setSecret(ProjectionRenderer.secret(secret));
        } else if (spec instanceof DownwardVolume downward) {
            volume.setDownwardAPI(ProjectionRenderer.downward(downward));
        } else if (spec instanceof ProjectedVolume projected) {
            volume.setProjected(ProjectionRenderer.projected(projected));
        } else {
            storage(spec, volume);
        }
        return volume;
    }

    private static void storage(VolumeSpec spec, Volume volume) {
        if (spec instanceof CsiVolume csi) {
            CSIVolumeSource source = new CSIVolumeSource();
            source.setDriver(csi.driver());
            source.setFsType(csi.fileSystem().orElse(null));
            source.setReadOnly(EnvironmentRenderer.onlyIf(csi.isReadOnly()));
            source.setVolumeAttributes(csi.attributes());
            volume.setCsi(source);
        } else if (spec instanceof NfsVolume nfs) {
            volume.setNfs(new NFSVolumeSource(nfs.path(), EnvironmentRenderer.onlyIf(nfs.isReadOnly()), nfs.server()));
        } else if (spec instanceof HostPathVolume host) {
            volume.setHostPath(new HostPathVolumeSource(host.path(), host.type().orElse(null)));
        } else if (spec instanceof EphemeralVolume ephemeral) {
            volume.setEphemeral(new EphemeralVolumeSource(
                    new PersistentVolumeClaimTemplate(null, ClaimRenderer.ephemeral(ephemeral))));
        } else if (spec instanceof ExistingClaimVolume claim) {
            volume.setPersistentVolumeClaim(new PersistentVolumeClaimVolumeSource(
                    claim.claimName(), EnvironmentRenderer.onlyIf(claim.isReadOnly())));
        }
    }

    private static EmptyDirVolumeSource scratch(ScratchVolume spec) {
        EmptyDirVolumeSource source = new EmptyDirVolumeSource();
        source.setMedium(spec.isInMemory() ? "Memory" : null);
        source.setSizeLimit(
                spec.limit().isPresent() ? new Quantity(spec.limit().get().toString()) : null);
        return source;
    }
}
