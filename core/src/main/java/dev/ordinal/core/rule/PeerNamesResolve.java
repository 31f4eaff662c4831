package dev.ordinal.core.rule;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.graph.Located;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.graph.Workload;
import java.util.function.Consumer;

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
    public void check(ResourceGraph graph, Consumer<Diagnostic> found) {
        if (graph.statefulSets().isEmpty()) {
            return;
        }
        SetNames sets = new SetNames(graph.statefulSets());
        for (Located<String> text : Told.anybody(graph)) {
            for (Workload set : sets.mentionedIn(text.get())) {
                for (PeerName peer : PeerName.in(text, set)) {
                    check(graph, set, peer, found);
                }
            }
        }
    }

    private void check(ResourceGraph graph, Workload set, PeerName peer, Consumer<Diagnostic> found) {
        String service = Sets.service(set);
        String namespace = set.ref().namespace();
        long first = Sets.first(set);
        long end = first + Sets.replicas(set);
        if (service.isEmpty()) {
            return;
        } else if (!service.equals(peer.service())) {
            found.accept(error(
                    peer,
                    "the pods of " + set.ref() + " have names only under its serviceName, which is \"" + service + "\"",
                    "write " + set.ref().name() + "-" + peer.ordinal() + "." + service));
        } else if (peer.namespace() != null && namespace != null && !namespace.equals(peer.namespace())) {
            found.accept(error(
                    peer,
                    set.ref() + " is in another namespace, so the name does not resolve",
                    "write the namespace " + namespace));
        } else if (peer.ordinal() < first) {
            found.accept(error(
                    peer,
                    "the ordinals of " + set.ref() + " begin at " + first + ", so there is never such a pod",
                    "use ordinals from " + first + " to " + Math.max(first, end - 1)));
        } else if (peer.ordinal() >= end && !Autoscaler.scales(graph, set)) {
            found.accept(peer.place()
                    .warning(
                            name(),
                            Text.found(peer.text()),
                            set.ref() + " has " + (end - first) + (end - first == 1 ? " member" : " members")
                                    + ", and this is none of them: who dials it waits for nothing",
                            "remove it, or set spec.replicas to " + (peer.ordinal() - first + 1)));
        }
    }

    private Diagnostic error(PeerName peer, String why, String fix) {
        return peer.place().error(name(), Text.found(peer.text()), why, fix);
    }
}
