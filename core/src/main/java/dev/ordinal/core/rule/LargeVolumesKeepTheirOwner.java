package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import java.math.BigDecimal;
import java.util.function.Consumer;

/** The files of a large volume do not get a new owner at every start. */
final class LargeVolumesKeepTheirOwner implements Rule {
    private static final BigDecimal LARGE = BigDecimal.valueOf(100L << 30);

    @Override
    public String about() {
        return """
                A StatefulSet with an `fsGroup` and a claim of 100Gi or more sets `fsGroupChangePolicy: OnRootMismatch`. By
                default the kubelet changes the owner of every file of the volume each time a pod starts, which takes minutes to
                hours on a large one, while the member is away.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            PodSecurityContext context = set.podSpec().getSecurityContext();
            if (context == null || context.getFsGroup() == null || !hasLarge(set)) {
                continue;
            }
            Located<String> policy =
                    Users.pod(set).field("fsGroupChangePolicy", PodSecurityContext::getFsGroupChangePolicy);
            if (policy.or("Always").equals("Always")) {
                found.accept(policy.warning(
                        name(),
                        Text.found(policy.or("")),
                        "the kubelet changes the owner of every file on the volume at each start of a pod, and the member"
                                + " is away meanwhile",
                        "set fsGroupChangePolicy: OnRootMismatch"));
            }
        }
    }

    private static boolean hasLarge(Workload set) {
        for (Located<PersistentVolumeClaim> template : set.claimTemplates()) {
            BigDecimal bytes = Bytes.of(Sets.size(template));
            if (bytes != null && bytes.compareTo(LARGE) >= 0) {
                return true;
            }
        }
        return false;
    }
}
