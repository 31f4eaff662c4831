package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return Sets.of(graph).flatMap(this::check);
    }

    private Stream<Diagnostic> check(Workload set) {
        Set<String> blocks = names(set, true);
        Set<String> files = names(set, false);
        return set.containers()
                .flatMap(container -> Stream.concat(
                        Mounts.files(container)
                                .filter(name -> blocks.contains(name.or("")))
                                .map(name -> finding(name, "a raw block device", "volumeDevices with a devicePath")),
                        Mounts.devices(container)
                                .filter(name -> files.contains(name.or("")))
                                .map(name -> finding(name, "a file system", "volumeMounts with a mountPath"))));
    }

    private Diagnostic finding(Located<String> name, String kind, String use) {
        return name.error(
                name(),
                Text.found(name.get()),
                "the claim template of that name asks for " + kind
                        + ", so the kubelet cannot set the volume up and the pod never starts",
                "use it through " + use + ", or change the claim template's volumeMode");
    }

    private static Set<String> names(Workload set, boolean block) {
        return set.claimTemplates()
                .filter(template -> block
                        == "Block"
                                .equals(template.map(PersistentVolumeClaim::getSpec)
                                        .map(PersistentVolumeClaimSpec::getVolumeMode)
                                        .or("")))
                .map(Sets::name)
                .filter(Located::isPresent)
                .map(Located::get)
                .collect(Collectors.toSet());
    }
}
