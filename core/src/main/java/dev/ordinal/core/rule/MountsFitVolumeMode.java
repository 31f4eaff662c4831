package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.PodContainer;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.VolumeDevice;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Block claims are used as devices, claims with a file system as mounts. */
final class MountsFitVolumeMode implements Rule {
    @Override
    public String about() {
        return """
                A claim template with `volumeMode: Block` is used through `volumeDevices`, any other through
                `volumeMounts`. The API server takes the wrong one, but the kubelet cannot set the volume up, and the pod
                stays in ContainerCreating.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            if (set.claimTemplates().isEmpty()) {
                continue;
            }
            for (PodContainer container : set.containers()) {
                for (Located<VolumeMount> mount : container.mounts()) {
                    if (hasClaim(set, mount.get().getName(), true)) {
                        Located<String> name = mount.field("name", VolumeMount::getName);
                        found.accept(finding(name, "a raw block device", "volumeDevices with a devicePath"));
                    }
                }
                for (Located<VolumeDevice> device : container.devices()) {
                    if (hasClaim(set, device.get().getName(), false)) {
                        Located<String> name = device.field("name", VolumeDevice::getName);
                        found.accept(finding(name, "a file system", "volumeMounts with a mountPath"));
                    }
                }
            }
        }
    }

    private Diagnostic finding(Located<String> name, String kind, String use) {
        return name.error(
                name(),
                Text.found(name.get()),
                "the claim template of that name asks for " + kind
                        + ", so the kubelet cannot set the volume up and the pod never starts",
                "use it through " + use + ", or change the claim template's volumeMode");
    }

    private static boolean hasClaim(Workload set, @Nullable String name, boolean block) {
        for (Located<PersistentVolumeClaim> template : set.claimTemplates()) {
            PersistentVolumeClaimSpec spec = template.get().getSpec();
            if (name != null
                    && name.equals(Sets.nameOf(template))
                    && block == (spec != null && "Block".equals(spec.getVolumeMode()))) {
                return true;
            }
        }
        return false;
    }
}
