package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.PodContainer;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import dev.ordinal.core.image.ImageName;
import io.fabric8.kubernetes.api.model.Container;
import java.util.function.Consumer;

/** The data of a well-known image is on a claim. */
final class DataIsOnItsVolume implements Rule {
    @Override
    public String about() {
        return """
                The directory in which a well-known image keeps its data is on a volume that outlives the pod. Three ways to
                miss it: nothing is mounted there; an `emptyDir` is; or the claim is mounted *above* the directory, and the
                image declares the directory itself as a volume, which then lies over the claim: everything looks right, and
                after a move the data is gone. It is an error where the set has claims, and a warning where it has none. A
                variable or option that moves the data is followed; a container with a command or with configuration files of
                its own is judged for the third way only, as a warning, because they may move it too.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            for (PodContainer container : set.appContainers()) {
                for (DataPath known : DataPath.of(container)) {
                    DataMounts.Fault fault = new DataMounts(set, container, known).fault();
                    if (fault != null) {
                        found.accept(finding(set, container, fault));
                    }
                }
            }
        }
    }

    private Diagnostic finding(Workload set, PodContainer container, DataMounts.Fault fault) {
        Located<?> mounts = container.field("volumeMounts", Container::getVolumeMounts);
        boolean isError = fault.isCertain() && !set.claimTemplates().isEmpty();
        String image = ImageName.of(container.map(Container::getImage).or("")).repository();
        String why =
                image + " keeps its data in " + fault.path() + ", " + fault.why() + ", and is lost when the pod moves";
        String fix = "mount a claim at " + fault.mountAt();
        return isError
                ? mounts.error(name(), fault.found(), why, fix)
                : mounts.warning(name(), fault.found(), why, fix);
    }
}
