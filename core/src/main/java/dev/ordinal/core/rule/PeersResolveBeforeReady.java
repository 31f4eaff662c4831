package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.PodContainer;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import java.util.function.Consumer;

/** Members that are told each other's names can look them up while they start. */
final class PeersResolveBeforeReady implements Rule {
    @Override
    public String about() {
        return """
                The headless Service of a set whose members start all at once (`Parallel`) and are told the names of several of
                them sets `publishNotReadyAddresses: true`. Otherwise a member has a DNS record only once it is ready; where it
                becomes ready only with the others, none ever has. Judged are sets with a readiness probe whose commands,
                variables or ConfigMaps hold such names.""";
    }

    @Override
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        for (Workload set : graph.statefulSets()) {
            Located<Service> service = Sets.replicas(set) > 1 && startsAtOnce(set) ? Sets.governing(graph, set) : null;
            if (service != null
                    && Services.isHeadless(service)
                    && !Services.publishesNotReady(service)
                    && hasReadiness(set)
                    && PeerName.areKnownTo(graph, set)) {
                found.accept(finding(
                        set,
                        Services.spec(service)
                                .field("publishNotReadyAddresses", ServiceSpec::getPublishNotReadyAddresses)));
            }
        }
    }

    private Diagnostic finding(Workload set, Located<Boolean> word) {
        return word.warning(
                name(),
                Text.found(word.isPresent() ? false : null),
                "members of " + set.ref() + " are told each other's names, but a name resolves only once its member is"
                        + " ready: if they become ready only together, they never do",
                "set publishNotReadyAddresses: true");
    }

    /** In order, a member starts when those before it are ready, and have their names. */
    private static boolean startsAtOnce(Workload set) {
        return "Parallel".equals(Sets.of(set).getPodManagementPolicy());
    }

    private static boolean hasReadiness(Workload set) {
        for (PodContainer container : set.appContainers()) {
            if (container.get().getReadinessProbe() != null) {
                return true;
            }
        }
        return false;
    }
}
