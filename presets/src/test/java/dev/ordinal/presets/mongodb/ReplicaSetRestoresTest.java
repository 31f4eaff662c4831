package dev.ordinal.presets.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.presets.part.Backup;
import dev.ordinal.presets.part.Metrics;
import dev.ordinal.presets.server.RealServers;
import dev.ordinal.presets.server.Typist;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who gets in after an older archive was played in: the passwords of the archive's day are others. Stand-ins only. */
@RealServers
class ReplicaSetRestoresTest {
    private static final MongoReplicaSet SET =
            Replicas.NEW.metrics(Metrics.shown()).backup(Backup.to("archive"));
    private static final String[] ALL = {"mongo-0", "mongo-1", "mongo-2"};
    private static final Duration WITHIN = Duration.ofSeconds(60);

    @Test
    void data_comes_back_and_passwords_stay_those_of_today() {
        try (Replicas replicas = Replicas.formed(SET);
                Typist typist = new Typist(replicas.cluster())) {
            replicas.write(1);
            replicas.ask(replicas.primary(), "db.adminCommand({createUser: \"shop\", pwd: \"then\", roles: []})");
            replicas.await("users", () -> replicas.opens("backup", "back'up"));
            replicas.await("copied", () -> List.of(ALL).stream()
                    .allMatch(member -> replicas.read(member).equals(List.of(1))));
            assertThat(replicas.backUp().ok()).isTrue();
            typist.fill("<archive>", replicas.archives().get(0));

            replicas.write(2);
            typist.follow(SET.runBook(), "Change a password", WITHIN);
            replicas.ask(replicas.primary(), "db.adminCommand({updateUser: \"shop\", pwd: \"now\", roles: []})");
            intoTheRunningSet(replicas, typist);
            whereAllDisksWereLost(replicas, typist);
        }
    }

    private static void intoTheRunningSet(Replicas replicas, Typist typist) {
        typist.follow(SET.runBook(), "Restore a backup", WITHIN);
        assertThat(replicas.read(replicas.primary())).isEqualTo(List.of(1));
        assertPasswordsAreThoseOfTheSecret(replicas, typist);
        assertThat(replicas.opens("shop", "now")).isTrue();
        assertThat(replicas.opens("shop", "then")).isFalse();
        replicas.cluster().kill(ALL);
        replicas.cluster().start(ALL);
        replicas.awaitVotes(3);
        assertThat(replicas.backUp().ok()).isTrue();
        replicas.tell("the data of the archive, the passwords of today, and agents that have begun anew get in");
    }

    private static void whereAllDisksWereLost(Replicas replicas, Typist typist) {
        replicas.cluster().kill(ALL);
        replicas.cluster().loseDisk(ALL);
        replicas.cluster().start(ALL);
        replicas.awaitReady(ALL);
        replicas.awaitVotes(3);
        typist.follow(SET.runBook(), "Restore a backup", WITHIN);
        assertThat(replicas.read(replicas.primary())).isEqualTo(List.of(1));
        assertPasswordsAreThoseOfTheSecret(replicas, typist);
        assertThat(replicas.opens("shop", "then")).isFalse();
        replicas.tell("the data of the archive in a set that began anew, whose agents get in");
    }

    private static void assertPasswordsAreThoseOfTheSecret(Replicas replicas, Typist typist) {
        for (String user : List.of("root", "monitor", "backup")) {
            String password = typist.secret("mongo-auth", user + "-password");
            replicas.await(user + " gets in", () -> replicas.opens(user, password));
        }
        assertThat(replicas.opens("root", "it's/a:p@ss")).isFalse();
    }
}
