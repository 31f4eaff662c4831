package dev.ordinal.presets.mysql;

import static java.util.Objects.requireNonNull;

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
        return new Group(members, OptionalInt.empty());
    }

    /**
     * Asynchronous replication from a primary that is named, by transaction ids. <b>There is no automatic fail-over</b>: who
     * writes changes only when another {@code primary} is said. Whatever the primary acknowledged and had not yet sent is
     * lost with its disk.
     *
     * @param members 2 or more, the primary included
     * @param primary the ordinal of the member that may write
     */
    static MySqlTopology asynchronous(int members, int primary) {
        return new Asynchronous(members, primary);
    }

    /** One member without replication, for development or where an outage does not matter. */
    static MySqlTopology standalone() {
        return new Standalone();
    }

    /** How many members there are. */
    int members();

    /**
     * Elects its primary.
     *
     * @param members how many
     * @param restartFrom the ordinal of a member that starts the group after a total outage without waiting for members that will
     *     never come back: what only they knew is lost. Nobody, as soon as the group is there
     */
    record Group(int members, OptionalInt restartFrom) implements MySqlTopology {
        /** Refuses null. */
        public Group {
            requireNonNull(restartFrom, "restartFrom");
        }

        /** Restarted from that member. */
        public Group restartFrom(int ordinal) {
            return new Group(members, OptionalInt.of(ordinal));
        }
    }

    /** Has its primary named. */
    record Asynchronous(int members, int primary) implements MySqlTopology {}

    /** Alone. */
    record Standalone() implements MySqlTopology {
        @Override
        public int members() {
            return 1;
        }
    }
}
