package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.VolumeResourceRequirements;
import java.math.BigDecimal;
import java.util.stream.Stream;

/** A claim that will soon have to grow names a storage class. */
final class SmallClaimsNameTheirClass implements Rule {
    private static final BigDecimal SMALL = BigDecimal.valueOf(5L << 30);

    @Override
    public String about() {
        return """
                A claim template for less than 5Gi names its storage class. Such a volume is soon full, and whether it can
                grow, and whether the data stays when the claim is deleted, is decided by the class; without a name that is the
                cluster's default class of the day, or none at all. Claim templates cannot be changed on a live StatefulSet.""";
    }

    @Override
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return Sets.of(graph).flatMap(Workload::claimTemplates).flatMap(this::check);
    }

    private Stream<Diagnostic> check(Located<PersistentVolumeClaim> template) {
        Located<PersistentVolumeClaimSpec> spec = template.field("spec", PersistentVolumeClaim::getSpec);
        Located<Quantity> size = spec.field("resources", PersistentVolumeClaimSpec::getResources)
                .field("requests", VolumeResourceRequirements::getRequests)
                .field("storage", requests -> requests.get("storage"));
        Located<String> type = spec.field("storageClassName", PersistentVolumeClaimSpec::getStorageClassName);
        return type.isPresent() || !size.isPresent() || !isSmall(size.get())
                ? Stream.empty()
                : Stream.of(type.warning(
                        name(),
                        "nothing, for " + size.get(),
                        "whether this small volume can ever grow is left to the cluster's default class, and where there"
                                + " is none the pod stays Pending",
                        "set storageClassName to a class with allowVolumeExpansion: true, or request 5Gi or more"));
    }

    private static boolean isSmall(Quantity size) {
        try {
            return Quantity.getAmountInBytes(size).compareTo(SMALL) < 0;
        } catch (RuntimeException unreadable) {
            // what is no quantity is refused elsewhere
            return false;
        }
    }
}
