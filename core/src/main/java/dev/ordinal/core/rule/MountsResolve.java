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

/** Every mount and every device names a volume of the pod or a claim template. */
final class MountsResolve implements Rule {
    @Override
    public String about() {
        return """
                Every `volumeMounts` and `volumeDevices` entry names a volume of the pod or a claim template of the
                StatefulSet. The API server refuses a mount of something that does not exist.""";
    }

    @Override
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return graph.workloads().stream().flatMap(this::check);
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
                        "the API server refuses it: the pod has no volume and the set no claim template of that name",
                        volumes.isEmpty()
                                ? "add a volume or a claim template of that name"
                                : "use "
                                        + volumes.stream().map(Text::found).collect(Collectors.joining(" or "))
                                        + ", or add a volume or a claim template of that name")
                .refused("FieldValueNotFound", name.path());
    }

    private static Set<String> volumes(Workload workload) {
        return Stream.concat(
                        workload.pod().each("volumes", PodSpec::getVolumes).map(v -> v.field("name", Volume::getName)),
                        workload.claimTemplates().map(Sets::name))
                .filter(Located::isPresent)
                .map(Located::get)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
