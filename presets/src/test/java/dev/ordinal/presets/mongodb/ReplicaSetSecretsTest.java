package dev.ordinal.presets.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.presets.part.Backup;
import dev.ordinal.presets.part.Metrics;
import dev.ordinal.presets.server.Pod;
import dev.ordinal.presets.server.RealServers;
import dev.ordinal.presets.server.Typist;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Passwords and the key of the members change while the set goes on. Stand-ins only. */
@RealServers
class ReplicaSetSecretsTest {
    private static final MongoReplicaSet SET =
            Replicas.NEW.metrics(Metrics.shown()).backup(Backup.to("archive"));
    private static final Duration WITHIN = Duration.ofSeconds(60);
    private static final String FIRST = "it's/a:p@ss";

    @Test
    void passwords_and_the_key_change_by_the_run_book_under_a_writer() throws IOException {
        try (Replicas replicas = Replicas.formed(SET);
                Typist typist = new Typist(replicas.cluster());
                SteadyWriter writer = new SteadyWriter(replicas)) {
            String second = changePasswords(replicas, typist);
            tellTheServerInPlaceOfWhoHasDied(replicas, typist, second);
            changeTheKey(replicas, typist);
            List<Integer> acknowledged = writer.acknowledged();
            assertThat(acknowledged).hasSizeGreaterThan(20);
            for (Pod pod : replicas.cluster().pods()) {
                replicas.await("replicated", () -> replicas.read(pod.name()).containsAll(acknowledged));
            }
            replicas.tell("%d acknowledged writes, none lost".formatted(acknowledged.size()));
        }
    }

    private static String changePasswords(Replicas replicas, Typist typist) {
        assertThat(replicas.opens("root", FIRST)).isTrue();
        typist.follow(SET.runBook(), "Change a password", WITHIN);
        for (String user : List.of("root", "monitor", "backup")) {
            String now = typist.secret("mongo-auth", user + "-password");
            replicas.await(user + " with the new one", () -> replicas.opens(user, now));
        }
        assertThat(replicas.opens("root", FIRST)).isFalse();
        assertThat(replicas.opens("monitor", "mon:it/or")).isFalse();
        assertThat(replicas.opens("backup", "back'up")).isFalse();
        for (Pod pod : replicas.cluster().pods()) {
            replicas.await("figures", () -> pod.metrics(9216).contains("mongodb_up 1"));
        }
        assertThat(replicas.backUp().ok()).isTrue();
        replicas.tell("root, exporter and backup have new passwords, and the old ones open nothing");
        return typist.secret("mongo-auth", "root-password");
    }

    /** The Secret changes, and before the agent of the primary has told the servers, it is gone. */
    private static void tellTheServerInPlaceOfWhoHasDied(Replicas replicas, Typist typist, String second)
            throws IOException {
        replicas.await("a primary", () -> !replicas.primary().isEmpty());
        String gone = replicas.primary();
        replicas.cluster().kill(gone);
        Files.writeString(typist.file("root-password"), "third");
        assertThat(typist.type(SET.runBook().chapters().stream()
                                .filter(chapter -> chapter.title().equals("Change a password"))
                                .findFirst()
                                .orElseThrow()
                                .steps()
                                .get(0)
                                .commands()
                                .get(1))
                        .ok())
                .isTrue();
        replicas.await("another primary", () -> !replicas.primary().isEmpty());
        replicas.await("told", () -> replicas.opens("root", "third"));
        assertThat(replicas.opens("root", second)).isFalse();
        replicas.cluster().start(gone);
        replicas.awaitReady(gone);
        replicas.tell("a password that no primary had told the servers yet, the next primary has");
    }

    private static void changeTheKey(Replicas replicas, Typist typist) throws IOException {
        typist.follow(SET.runBook(), "Change the key of the members", Duration.ofMinutes(3));
        String key = Files.readString(typist.file("new-key"));
        assertThat(key).hasSize(1008);
        for (Pod pod : replicas.cluster().pods()) {
            assertThat(pod.exec("cat", "/keys/keyfile")).isEqualTo(key + "\n");
        }
        replicas.awaitVotes(3);
        replicas.tell("members know each other by another key");
    }
}
