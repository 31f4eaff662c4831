package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import java.util.stream.Stream;

/** Every name of a member that somebody is told is the name of a member. */
final class PeerNamesResolve implements Rule {
    @Override
    public String about() {
        return """
                A name such as `orders-db-0.orders-db-headless.shop.svc`, in a command, a variable or a ConfigMap, is the name
                of a pod that the set makes: its ordinal is one of the set's, the Service is the one in `serviceName`, the
                namespace is right. Otherwise nobody answers. A name is judged when it begins with the name of a set of the
                manifest and an ordinal, and goes on with that Service or ends in `.svc`. An ordinal above the last one is a
                warning only: the set may grow.""";
    }

    @Override
    public Stream<Diagnostic> check(ResourceGraph graph) {
        SetNames sets = new SetNames(Sets.of(graph).toList());
        return Told.anybody(graph).flatMap(text -> sets.mentionedIn(text.get()).stream()
                .flatMap(set -> PeerName.in(text, set).flatMap(peer -> check(graph, set, peer))));
    }

    private Stream<Diagnostic> check(ResourceGraph graph, Workload set, PeerName peer) {
        String service = Sets.serviceName(set).or("");
        String namespace = set.ref().namespace();
        long first = Sets.first(set);
        long end = first + Sets.replicas(set);
        if (service.isEmpty()) {
            return Stream.empty();
        } else if (!service.equals(peer.service())) {
            return Stream.of(error(
                    peer,
                    "the pods of " + set.ref() + " have names only under its serviceName, which is \"" + service + "\"",
                    "write " + set.ref().name() + "-" + peer.ordinal() + "." + service));
        } else if (peer.namespace() != null && namespace != null && !namespace.equals(peer.namespace())) {
            return Stream.of(error(
                    peer,
                    set.ref() + " is in another namespace, so the name does not resolve",
                    "write the namespace " + namespace));
        } else if (peer.ordinal() < first) {
            return Stream.of(error(
                    peer,
                    "the ordinals of " + set.ref() + " begin at " + first + ", so there is never such a pod",
                    "use ordinals from " + first + " to " + Math.max(first, end - 1)));
        }
        return peer.ordinal() >= end && !Autoscaler.scales(graph, set)
                ? Stream.of(peer.place()
                        .warning(
                                name(),
                                Text.found(peer.text()),
                                set.ref() + " has " + (end - first) + (end - first == 1 ? " member" : " members")
                                        + ", and this is none of them: who dials it waits for nothing",
                                "remove it, or set spec.replicas to " + (peer.ordinal() - first + 1)))
                : Stream.empty();
    }

    private Diagnostic error(PeerName peer, String why, String fix) {
        return peer.place().error(name(), Text.found(peer.text()), why, fix);
    }
}
