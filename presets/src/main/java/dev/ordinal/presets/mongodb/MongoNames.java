package dev.ordinal.presets.mongodb;

import dev.ordinal.core.graph.Member;
import java.util.List;
import java.util.stream.Collectors;

/** What the members of a set are called, inside the cluster and outside. */
final class MongoNames {
    private MongoNames() {}

    static List<Member> members(MongoReplicaSet set) {
        return MongoRenderer.bare(set).members();
    }

    static String host(MongoReplicaSet set, Member member) {
        return member.dns(set.clusterDomain()) + ":" + MongoRenderer.MONGODB.number();
    }

    static String hosts(MongoReplicaSet set) {
        return members(set).stream().map(member -> host(set, member)).collect(Collectors.joining(","));
    }

    static String connectionString(MongoReplicaSet set) {
        return "mongodb://" + hosts(set) + "/?replicaSet=" + set.replicaSet()
                + (set.tls().isPresent() ? "&tls=true" : "");
    }

    /** The list that the agents follow: ordinal, address, vote, and the address outside if there is one. */
    static String list(MongoReplicaSet set) {
        return members(set).stream()
                .map(member -> member.ordinal() + " " + host(set, member)
                        + (member.ordinal() < set.members() ? " 1" : " 0")
                        + set.outside()
                                .map(domain -> " " + member.pod() + "." + domain + ":" + MongoRenderer.MONGODB.number())
                                .orElse(""))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
