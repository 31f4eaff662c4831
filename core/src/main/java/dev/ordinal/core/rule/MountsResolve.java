package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every mount and every device of a workload beside the StatefulSets names a volume of the pod. */
final class MountsResolve implements Rule {
    @Override
    public String about() {
        return """
                Every `volumeMounts` and `volumeDevices` entry names a volume of the pod. The API server refuses
                a mount of something that does not exist. (For a StatefulSet or a Job the API server's own verdict is told.)""";
    }

    @Override
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return Unjudged.workloads(graph).flatMap(this::check);
    }

    private Stream<Diagnostic> check(Workload workload) {
        Set<String> volumes = volumes(workload);
        return workload.containers()
                .flatMap(container -> Stream.concat(Mounts.files(container), Mounts.devices(container)))
                .filter(name -> name.isPresent() && !volumes.contains(name.get()))
                .map(name -> finding(name, volumes));
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
        return workload.pod()
                .each("volumes", PodSpec::getVolumes)
                .map(volume -> volume.field("name", Volume::getName))
                .filter(Located::isPresent)
                .map(Located::get)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
