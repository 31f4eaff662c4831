package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.PodContainer;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeDevice;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Every mount and every device of a workload beside the StatefulSets names a volume of the pod. */
final class MountsResolve implements Rule {
    @Override
    public String about() {
        return """
                Every `volumeMounts` and `volumeDevices` entry names a volume of the pod. The API server refuses
                a mount of something that does not exist. (For a StatefulSet or a Job the API server's own verdict is told.)""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload workload : graph.workloads()) {
            for (PodContainer container : Unjudged.is(workload) ? workload.containers() : List.<PodContainer>of()) {
                for (Located<VolumeMount> mount : container.mounts()) {
                    check(workload, mount.field("name", VolumeMount::getName), found);
                }
                for (Located<VolumeDevice> device : container.devices()) {
                    check(workload, device.field("name", VolumeDevice::getName), found);
                }
            }
        }
    }

    private void check(Workload workload, Located<String> name, Consumer<Diagnostic> found) {
        if (name.isPresent() && Mounts.volume(workload, name.get()) == null) {
            found.accept(finding(name, volumes(workload)));
        }
    }

    private Diagnostic finding(Located<String> name, Set<String> volumes) {
        return name.error(
                name(),
                Text.found(name.get()),
                "the API server refuses it: the pod has no volume of that name",
                volumes.isEmpty()
                        ? "add a volume of that name"
                        : "use "
                                + volumes.stream().map(Text::found).collect(Collectors.joining(" or "))
                                + ", or add a volume of that name");
    }

    private static Set<String> volumes(Workload workload) {
        Set<String> names = new TreeSet<>();
        for (Located<Volume> volume : workload.volumes()) {
            if (volume.get().getName() != null) {
                names.add(volume.get().getName());
            }
        }
        return names;
    }
}
