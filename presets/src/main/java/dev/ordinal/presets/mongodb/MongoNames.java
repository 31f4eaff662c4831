package dev.ordinal.presets.mongodb;

import dev.ordinal.core.graph.Member;
import dev.ordinal.presets.part.Outside;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the members of a set are called, inside the cluster and outside. */
final class MongoNames {
    private MongoNames() {}

    static List<Member> members(MongoReplicaSet set) {
        return MongoRenderer.bare(set).members();
    }

    static String host(MongoReplicaSet set, Member member) {
        return set.namespace().dns(member) + ":" + MongoRenderer.MONGODB.number();
    }

    static String hosts(MongoReplicaSet set) {
        return members(set).stream().map(member -> host(set, member)).collect(Collectors.joining(","));
    }

    static String connectionString(MongoReplicaSet set) {
        return "mongodb://" + hosts(set) + "/?replicaSet=" + set.members().replicaSet()
                + (set.tls().isPresent() ? "&tls=true" : "");
    }

    static Optional<Outside> outside(MongoReplicaSet set) {
        return set.external()
                .map(access -> new Outside(
                        access, MongoRenderer.MONGODB, 0, set.members().all()));
    }

    static List<String> certificate(MongoReplicaSet set) {
        List<String> names = new ArrayList<>(List.of("*." + set.namespace().dns(set.name() + "-headless")));
        outside(set).ifPresent(outside -> names.addAll(outside.hosts()));
        return List.copyOf(names);
    }

    /** What clients outside are told; with a host of theirs in it, the members answer with such hosts only. */
    static String externalConnectionString(MongoReplicaSet set, Outside outside) {
        return "mongodb://" + String.join(",", outside.addresses()) + "/?replicaSet="
                + set.members().replicaSet() + "&tls=true";
    }

    /** The list that the agents follow: ordinal, address, vote, and the address outside if there is one. */
    static String list(MongoReplicaSet set) {
        return members(set).stream()
                .map(member -> member.ordinal() + " " + host(set, member)
                        + (member.ordinal() < set.members().voting() ? " 1" : " 0")
                        + outside(set)
                                .map(outside -> " " + outside.address(member.ordinal()))
                                .orElse(""))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
