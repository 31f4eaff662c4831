package dev.ordinal.presets.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.presets.server.Pod;
import dev.ordinal.presets.server.RealServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The preset's own scripts in the pods of its manifest, with stand-ins for MongoDB's programs. */
@RealServers
class ReplicaSetFormsTest {
    @Test
    void one_member_alone_waits_and_three_form_a_set_from_nothing_whoever_comes_first() {
        try (Replicas replicas = Replicas.of(Replicas.NEW)) {
            replicas.cluster().start("mongo-0");
            Pod first = replicas.cluster().pod("mongo-0");
            replicas.await("mongo-0 waits", () -> replicas.roles().containsValue("waiting"));
            replicas.cluster().await("mongo-0 tells why", Duration.ofSeconds(20), () -> replicas.agentLog("mongo-0")
                    .contains("waits for an answer of mongo-1.mongo-headless.test.svc.cluster.local:27017"));
            assertThat(first.answersLiveness()).isTrue();
            assertThat(first.answersReadiness()).isFalse();
            replicas.tell("mongo-0 alone: alive, not ready, begins nothing");

            replicas.cluster().start("mongo-2", "mongo-1");
            replicas.awaitReady();
            replicas.awaitVotes(3);
            assertThat(replicas.roles().values()).containsExactlyInAnyOrder("primary", "secondary", "secondary");
            assertThat(replicas.cluster().pods())
                    .allMatch(Pod::answersReadiness)
                    .allMatch(Pod::answersLiveness);
            replicas.tell("all members are ready: " + replicas.roles());

            replicas.write(1, 2);
            replicas.await("read on mongo-1", () -> replicas.read("mongo-1").equals(List.of(1, 2)));
            replicas.await("read on mongo-2", () -> replicas.read("mongo-2").equals(List.of(1, 2)));
            replicas.tell("written on " + replicas.primary() + ", read on mongo-1 and mongo-2");
            assertThat(replicas.calls("mongo-0", "replSetInitiate")).isEqualTo(1);
            assertThat(replicas.calls("mongo-1", "replSetInitiate")).isZero();
            assertThat(replicas.calls("mongo-2", "replSetInitiate")).isZero();
            assertThat(replicas.agentLog("mongo-0"))
                    .containsSubsequence(
                            "nobody knows a set; looks again",
                            "began the set rs0",
                            "made the user root",
                            "lets in mongo-1.",
                            "gives a vote to mongo-1.",
                            "lets in mongo-2.",
                            "gives a vote to mongo-2.",
                            "leads 3 members");
        }
    }

    @Test
    void a_first_step_that_fails_is_tried_again() throws IOException {
        try (Replicas replicas = Replicas.of(Replicas.NEW)) {
            fault(replicas, "replSetInitiate", "NodeNotFound: cannot reach itself yet");
            fault(replicas, "createUser", "NotWritablePrimary: not yet the primary");
            replicas.cluster().start();
            replicas.awaitReady();
            replicas.awaitVotes(3);
            assertThat(replicas.agentLog("mongo-0"))
                    .contains("cannot begin the set: cannot reach itself yet")
                    .contains("began the set rs0");
            assertThat(replicas.calls("mongo-0", "replSetInitiate")).isEqualTo(2);
            replicas.tell("failed once, formed all the same");
        }
    }

    @Test
    void a_set_that_was_begun_before_is_a_success() throws IOException {
        try (Replicas replicas = Replicas.of(Replicas.NEW)) {
            fault(replicas, "replSetInitiate", "AlreadyInitialized: already initialized");
            replicas.cluster().start();
            replicas.cluster().await("mongo-0 tells so", Duration.ofSeconds(60), () -> replicas.agentLog("mongo-0")
                    .contains("the set was begun before"));
            replicas.awaitReady();
            assertThat(replicas.agentLog("mongo-0")).containsSubsequence("the set was begun before", "leads 3 members");
            replicas.tell("already initialised: goes on");
        }
    }

    @Test
    void users_for_metrics_and_backups_are_made_and_get_new_passwords() {
        MongoReplicaSet wanted = Replicas.NEW.backup(MongoBackup.to("archive"));
        try (Replicas replicas = Replicas.formed(wanted)) {
            replicas.await("the user", () -> replicas.agentLog("mongo-0").contains("made the user backup"));
            replicas.cluster().kill("mongo-0", "mongo-1", "mongo-2");
            replicas.cluster().start();
            replicas.awaitReady();
            replicas.await("the user again", () -> replicas.agentLog(replicas.primary())
                    .contains("renewed the user backup"));
            replicas.tell("user made once, renewed after a restart");
        }
    }

    @Test
    void a_member_on_the_disk_of_another_refuses_to_start() throws IOException {
        try (Replicas replicas = Replicas.of(Replicas.NEW)) {
            Path state = Files.createDirectories(
                    replicas.cluster().claim("data", "mongo-1").resolve("state"));
            Files.writeString(state.resolve("member"), "mongo-2\n");
            replicas.cluster().start("mongo-1");
            Pod pod = replicas.cluster().pod("mongo-1");
            replicas.cluster().await("refusal", Duration.ofSeconds(20), () -> pod.failure()
                    .isPresent());
            assertThat(pod.failure()).contains("init container prepare exited with 1");
            assertThat(pod.log("prepare"))
                    .isEqualTo(
                            "mongo-1 cannot start: its disk holds the data of mongo-2. "
                                    + "Bind the claims of mongo-1 to its own volumes again; do not change the file on the disk.\n");
        }
    }

    private static void fault(Replicas replicas, String command, String answer) throws IOException {
        Path disk = Files.createDirectories(
                replicas.cluster().claim("data", "mongo-0").resolve("db"));
        Files.writeString(disk.resolve("fault-" + command), answer);
        Files.setAttribute(disk, "unix:uid", 999);
        Files.setAttribute(disk, "unix:gid", 999);
    }
}
