package dev.ordinal.core.rule;

import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.PodContainer;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeDevice;
import io.fabric8.kubernetes.api.model.VolumeMount;
import org.jspecify.annotations.Nullable;

/** The volumes that containers use. */
final class Mounts {
    private Mounts() {}

    /** Whether only a part of the volume is mounted. */
    static boolean isPart(VolumeMount mount) {
        return isWritten(mount.getSubPath()) || isWritten(mount.getSubPathExpr());
    }

    private static boolean isWritten(@Nullable String path) {
        return path != null && !path.isEmpty();
    }

    /** Whether a container uses the volume of that name. */
    static boolean use(Workload workload, String volume) {
        for (PodContainer container : workload.containers()) {
            for (Located<VolumeMount> mount : container.mounts()) {
                if (volume.equals(mount.get().getName())) {
                    return true;
                }
            }
            for (Located<VolumeDevice> device : container.devices()) {
                if (volume.equals(device.get().getName())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The volume of the pod template that a mount is of; null for a claim, and where there is none. */
    static @Nullable Volume volume(Workload workload, @Nullable String name) {
        for (Located<Volume> volume : workload.volumes()) {
            if (name != null && name.equals(volume.get().getName())) {
                return volume.get();
            }
        }
        return null;
    }
}
