package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.ServiceSpec;
import io.fabric8.kubernetes.api.model.apps.StatefulSetSpec;
import java.util.stream.Stream;

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
    public Stream<Diagnostic> check(ResourceGraph graph) {
        return Sets.of(graph)
                .filter(set -> Sets.replicas(set) > 1 && startsAtOnce(set) && hasReadiness(set))
                .flatMap(set -> Sets.governing(graph, set).stream()
                        .filter(Services::isHeadless)
                        .map(service -> Services.spec(service)
                                .field("publishNotReadyAddresses", ServiceSpec::getPublishNotReadyAddresses))
                        .filter(word -> !word.or(false) && PeerName.areKnownTo(graph, set))
                        .map(word -> finding(set, word)));
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
        return "Parallel"
                .equals(Sets.spec(set)
                        .field("podManagementPolicy", StatefulSetSpec::getPodManagementPolicy)
                        .or(""));
    }

    private static boolean hasReadiness(Workload set) {
        return set.pod().each("containers", PodSpec::getContainers).anyMatch(c -> c.map(Container::getReadinessProbe)
                .isPresent());
    }
}
