package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.PodContainer;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.VolumeMount;
import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Consumer;

/** What holds data requests most of the memory that it may use. */
final class MemoryRequestIsNearLimit implements Rule {
    @Override
    public String about() {
        return """
                A container of a StatefulSet that mounts a claim requests at least half of the memory that it may use. A store
                fills the memory that it is given; what is above its request is taken from a node that counted on less, and where
                memory runs short there, the pod that is furthest above its request is evicted or killed first.""";
    }

    private static final BigDecimal MOST = BigDecimal.valueOf(2);

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            for (PodContainer container : set.appContainers()) {
                ResourceRequirements resources = container.get().getResources();
                if (resources != null && holdsData(set, container)) {
                    Located<ResourceRequirements> at = container.step("resources", resources);
                    check(
                            memory(at.step("requests", resources.getRequests())),
                            memory(at.step("limits", resources.getLimits())),
                            found);
                }
            }
        }
    }

    private static boolean holdsData(Workload set, PodContainer container) {
        for (Located<VolumeMount> mount : container.mounts()) {
            if (Sets.hasClaim(set, mount.get().getName())) {
                return true;
            }
        }
        return false;
    }

    private static Located<Quantity> memory(Located<Map<String, Quantity>> amounts) {
        return amounts.step("memory", amounts.isPresent() ? amounts.get().get("memory") : null);
    }

    private void check(Located<Quantity> request, Located<Quantity> limit, Consumer<Diagnostic> found) {
        if (!request.isPresent() || !limit.isPresent()) {
            return;
        }
        BigDecimal asked = Bytes.of(request.get());
        BigDecimal most = Bytes.of(limit.get());
        if (asked != null && most != null && most.compareTo(asked.multiply(MOST)) > 0) {
            found.accept(request.warning(
                    name(),
                    Text.found(request.get().toString()) + ", with a limit of "
                            + Text.found(limit.get().toString()),
                    "what the store uses above its request makes it the first to be evicted or killed when the node runs"
                            + " short of memory",
                    "request what it may use: memory: " + limit.get()));
        }
    }
}
