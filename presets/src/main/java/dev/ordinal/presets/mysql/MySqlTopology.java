package dev.ordinal.presets.mysql;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalInt;

/** How the members of a {@link MySqlCluster} belong together. */
public sealed interface MySqlTopology {
    /**
     * Group Replication with one primary: the members elect it, fail over by themselves, and shut out who is cut off.
     * Every table must be of InnoDB and have a primary key.
     *
     * @param members 3, 5, 7 or 9
     */
    static Group group(int members) {
        return new Group(members, OptionalInt.empty(), Optional.empty());
    }

    /**
     * Asynchronous replication from a primary that is named, by transaction ids. <b>There is no automatic fail-over</b>: who
     * writes changes only when another {@code primary} is said. Whatever the primary acknowledged and had not yet sent is
     * lost with its disk.
     *
     * @param members 2 or more, the primary included
     * @param primary the ordinal of the member that may write
     */
    static Asynchronous asynchronous(int members, int primary) {
        return new Asynchronous(members, primary, Optional.empty());
    }

    /** One member without replication, for development or where an outage does not matter. */
    static Standalone standalone() {
        return new Standalone(Optional.empty());
    }

    /** How many members there are. */
    int members();

    /**
     * From which the server ids are made; for a group a UUID, which is in every transaction's id. It can never change. Default: made
     * from namespace and name of the cluster, so two of the same names that are linked need different ones.
     */
    Optional<String> name();

    /** The same under that name. */
    MySqlTopology named(String name);

    /**
     * Elects its primary.
     *
     * @param members how many
     * @param restartFrom the ordinal of a member that starts the group after a total outage without waiting for members that will
     *     never come back: what only they knew is lost. Nobody, as soon as the group is there
     * @param name of it
     */
    record Group(int members, OptionalInt restartFrom, Optional<String> name) implements MySqlTopology {
        /** Refuses null. */
        public Group {
            requireNonNull(restartFrom, "restartFrom");
            requireNonNull(name, "name");
        }

        /** Restarted from that member. */
        public Group restartFrom(int ordinal) {
            return new Group(members, OptionalInt.of(ordinal), name);
        }

        @Override
        public Group named(String uuid) {
            return new Group(members, restartFrom, Optional.of(requireNonNull(uuid, "name")));
        }
    }

    /**
     * Has its primary named.
     *
     * @param members how many
     * @param primary the ordinal of the one that may write
     * @param name of it
     */
    record Asynchronous(int members, int primary, Optional<String> name) implements MySqlTopology {
        /** Refuses null. */
        public Asynchronous {
            requireNonNull(name, "name");
        }

        @Override
        public Asynchronous named(String uuid) {
            return new Asynchronous(members, primary, Optional.of(requireNonNull(uuid, "name")));
        }
    }

    /**
     * Alone.
     *
     * @param name of it
     */
    record Standalone(Optional<String> name) implements MySqlTopology {
        /** Refuses null. */
        public Standalone {
            requireNonNull(name, "name");
        }

        @Override
        public Standalone named(String uuid) {
            return new Standalone(Optional.of(requireNonNull(uuid, "name")));
        }

        @Override
        public int members() {
            return 1;
        }
    }
}
