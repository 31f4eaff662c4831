package dev.ordinal.presets.mongodb;

import static java.util.Objects.requireNonNull;

/**
 * The members of a {@link MongoReplicaSet}: {@code MongoMembers.voting(5).readers(2)}.
 *
 * @param voting how many vote and may become primary: 3, 5 or 7; one alone only in development
 * @param readers how many more only copy the data, without a vote
 * @param hasArbiter whether an arbiter is wished for, which is refused
 * @param replicaSet the name of the set, as clients name it; it cannot be changed later
 */
public record MongoMembers(int voting, int readers, boolean hasArbiter, String replicaSet) {
    /** Refuses null. */
    public MongoMembers {
        requireNonNull(replicaSet, "replicaSet");
    }

    /** So many that vote, and no others, in the set {@code rs0}. */
    public static MongoMembers voting(int members) {
        return new MongoMembers(members, 0, false, "rs0");
    }

    /** With so many more that only copy the data. */
    public MongoMembers readers(int members) {
        return new MongoMembers(voting, members, hasArbiter, replicaSet);
    }

    /** Asks for an arbiter, to be told why there is none. */
    public MongoMembers arbiter() {
        return new MongoMembers(voting, readers, true, replicaSet);
    }

    /** As a set of that name. */
    public MongoMembers replicaSet(String name) {
        return new MongoMembers(voting, readers, hasArbiter, name);
    }

    /** How many there are in all. */
    int all() {
        return voting + readers;
    }
}
