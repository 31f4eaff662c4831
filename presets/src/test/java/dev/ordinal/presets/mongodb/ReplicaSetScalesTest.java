package dev.ordinal.presets.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.presets.server.RealServers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The preset's own scripts in the pods of its manifest, with stand-ins for MongoDB's programs. */
@RealServers
class ReplicaSetScalesTest {
    @Test
    void members_join_without_a_vote_first_and_leave_before_their_pods_end() {
        MongoReplicaSet sealed = Replicas.NEW.sealed();
        try (Replicas replicas = Replicas.formed(Replicas.NEW)) {
            replicas.write(1);
            replicas.apply(sealed.members(5));
            replicas.cluster().start("mongo-3", "mongo-4");
            replicas.awaitReady("mongo-3", "mongo-4");
            replicas.awaitVotes(5);
            assertThat(replicas.ordinals()).isEqualTo("0,1,2,3,4");
            assertThat(replicas.read("mongo-4")).isEqualTo(List.of(1));
            assertThat(replicas.agentLog(replicas.primary()))
                    .containsSubsequence("lets in mongo-3.", "gives a vote to mongo-3.", "lets in mongo-4.");
            replicas.tell("3 to 5: " + replicas.roles());

            replicas.apply(sealed);
            replicas.await("they left", () -> replicas.ordinals().equals("0,1,2"));
            replicas.cluster().stop("mongo-3", "mongo-4");
            replicas.write(2);
            assertThat(replicas.votes()).isEqualTo(3);
            replicas.tell("5 to 3: out of the set first, then out of the cluster");
        }
    }

    @Test
    void a_primary_that_must_leave_hands_over_first_and_one_member_remains_writable() {
        try (Replicas replicas = Replicas.formed(Replicas.NEW)) {
            replicas.cluster().kill("mongo-0");
            replicas.await("another primary", () -> !replicas.primary().isEmpty());
            replicas.cluster().start("mongo-0");
            replicas.awaitReady("mongo-0");
            replicas.write(1);
            replicas.tell(replicas.primary() + " leads");
            replicas.apply(Replicas.NEW.sealed().members(1).development());
            replicas.await("mongo-0 alone", () -> replicas.ordinals().equals("0"));
            replicas.cluster().stop("mongo-1", "mongo-2");
            replicas.write(2);
            assertThat(replicas.read("mongo-0")).isEqualTo(List.of(1, 2));
            replicas.tell("3 to 1: mongo-0 alone takes writes");
        }
    }

    @Test
    void readers_have_the_data_but_no_vote() {
        try (Replicas replicas = Replicas.of(Replicas.NEW.readers(1))) {
            replicas.cluster().start();
            replicas.awaitReady();
            replicas.await("all in", () -> replicas.ordinals().equals("0,1,2,3"));
            replicas.awaitVotes(3);
            replicas.write(1);
            replicas.await("copied", () -> replicas.read("mongo-3").equals(List.of(1)));
            replicas.tell("three vote, mongo-3 only copies");
        }
    }
}
