package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.function.Consumer;

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
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            for (Located<PersistentVolumeClaim> template : set.claimTemplates()) {
                Quantity size = Sets.size(template);
                BigDecimal bytes = Bytes.of(size);
                if (size != null && bytes != null && bytes.compareTo(SMALL) < 0) {
                    Located<String> type = template.field("spec", PersistentVolumeClaim::getSpec)
                            .field("storageClassName", PersistentVolumeClaimSpec::getStorageClassName);
                    if (!type.isPresent()) {
                        found.accept(finding(type, size));
                    }
                }
            }
        }
    }

    private Diagnostic finding(Located<String> type, Quantity size) {
        return type.warning(
                name(),
                "nothing, for " + size,
                "whether this small volume can ever grow is left to the cluster's default class, and where there"
                        + " is none the pod stays Pending",
                "set storageClassName to a class with allowVolumeExpansion: true, or request 5Gi or more");
    }
}
