package dev.ordinal.presets.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.presets.server.RealServers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The preset's own scripts in the pods of its manifest, with stand-ins for MongoDB's programs. */
@RealServers
class ReplicaSetScalesTest {
    private static final MongoReplicaSet SEALED = Replicas.NEW.sealed();
    private static final MongoReplicaSet FIVE = SEALED.members(5);
    private static final MongoReplicaSet ONE = SEALED.members(1).development();

    @Test
    void members_join_without_a_vote_first_leave_before_their_pods_end_and_readers_never_vote() {
        try (Replicas replicas = Replicas.formed(Replicas.NEW)) {
            growAndShrink(replicas);
            addAReader(replicas);
            leaveOnlyTheFirst(replicas);
        }
    }

    private static void growAndShrink(Replicas replicas) {
        replicas.write(1);
        replicas.follow(Replicas.NEW, "Seal it", SEALED);
        replicas.follow(SEALED, "Scale up", FIVE);
        replicas.awaitReady("mongo-3", "mongo-4");
        replicas.awaitVotes(5);
        assertThat(replicas.ordinals()).isEqualTo("0,1,2,3,4");
        assertThat(replicas.read("mongo-4")).isEqualTo(List.of(1));
        assertThat(replicas.agentLog(replicas.primary()))
                .containsSubsequence("lets in mongo-3.", "gives a vote to mongo-3.", "lets in mongo-4.");
        replicas.tell("3 to 5 by the run book: " + replicas.roles());

        long began = System.nanoTime();
        replicas.follow(FIVE, "Scale down", SEALED);
        assertThat(replicas.ordinals()).isEqualTo("0,1,2");
        assertThat(replicas.roles()).containsOnlyKeys("mongo-0", "mongo-1", "mongo-2");
        replicas.write(2);
        assertThat(replicas.votes()).isEqualTo(3);
        replicas.tell("5 to 3 by the run book in %.1f s: out of the set first, then out of the cluster"
                .formatted((System.nanoTime() - began) / 1e9));
    }

    private static void addAReader(Replicas replicas) {
        replicas.apply(SEALED.members(MongoMembers.voting(3).readers(1)));
        replicas.cluster().loseDisk("mongo-3");
        replicas.cluster().start("mongo-3");
        replicas.awaitReady();
        replicas.await("all in", () -> replicas.ordinals().equals("0,1,2,3"));
        assertThat(replicas.votes()).isEqualTo(3);
        replicas.write(3);
        replicas.await("copied", () -> replicas.read("mongo-3").equals(List.of(1, 2, 3)));
        assertThat(replicas.votes()).isEqualTo(3);
        replicas.tell("three vote, mongo-3 only copies");
    }

    /** Whose primary is another one, which must hand over before it goes. */
    private static void leaveOnlyTheFirst(Replicas replicas) {
        replicas.cluster().kill("mongo-0");
        replicas.await("another primary", () -> !replicas.primary().isEmpty());
        replicas.cluster().start("mongo-0");
        replicas.awaitReady("mongo-0");
        assertThat(replicas.primary()).isNotEqualTo("mongo-0");
        replicas.write(4);
        replicas.tell(replicas.primary() + " leads");
        replicas.follow(
                SEALED.members(MongoMembers.voting(3).readers(1)),
                "Scale down",
                ONE.members(MongoMembers.voting(1).readers(1)));
        assertThat(replicas.ordinals()).isEqualTo("0,1");
        assertThat(replicas.votes()).isEqualTo(1);
        assertThat(replicas.primary()).isEqualTo("mongo-0");
        replicas.write(5);
        assertThat(replicas.read("mongo-0")).isEqualTo(List.of(1, 2, 3, 4, 5));
        replicas.tell("3 and a reader to 1 and a reader by the run book: mongo-0 alone has a vote, and takes writes");
    }
}
