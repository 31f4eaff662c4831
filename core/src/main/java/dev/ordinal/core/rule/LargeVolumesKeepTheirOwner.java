package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.VolumeResourceRequirements;
import java.math.BigDecimal;
import java.util.stream.Stream;

/** The files of a large volume do not get a new owner at every start. */
final class LargeVolumesKeepTheirOwner implements Rule {
    @Override
    public String about() {
        return """
                A StatefulSet with an `fsGroup` and a claim of 100Gi or more sets `fsGroupChangePolicy: OnRootMismatch`. By
                default the kubelet changes the owner of every file of the volume each time a pod starts, which takes minutes to
                hours on a large one, while the member is away.""";
    }

    private static final BigDecimal LARGE = BigDecimal.valueOf(100L << 30);

    @Override
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return Sets.of(graph)
                .filter(set ->
                        Users.pod(set).map(PodSecurityContext::getFsGroup).isPresent())
                .filter(set -> set.claimTemplates().anyMatch(LargeVolumesKeepTheirOwner::isLarge))
                .map(set -> Users.pod(set).field("fsGroupChangePolicy", PodSecurityContext::getFsGroupChangePolicy))
                .filter(policy -> policy.or("Always").equals("Always"))
                .map(policy -> policy.warning(
                        name(),
                        Text.found(policy.or("")),
                        "the kubelet changes the owner of every file on the volume at each start of a pod, and the member"
                                + " is away meanwhile",
                        "set fsGroupChangePolicy: OnRootMismatch"));
    }

    private static boolean isLarge(Located<PersistentVolumeClaim> template) {
        Located<Quantity> size = template.field("spec", PersistentVolumeClaim::getSpec)
                .field("resources", PersistentVolumeClaimSpec::getResources)
                .field("requests", VolumeResourceRequirements::getRequests)
                .map(requests -> requests.get("storage"));
        return Bytes.of(size.isPresent() ? size.get() : null)
                .filter(bytes -> bytes.compareTo(LARGE) >= 0)
                .isPresent();
    }
}
