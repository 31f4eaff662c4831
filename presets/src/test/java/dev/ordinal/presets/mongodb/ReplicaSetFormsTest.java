package dev.ordinal.presets.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.presets.part.Backup;
import dev.ordinal.presets.server.Pod;
import dev.ordinal.presets.server.RealServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The preset's own scripts in the pods of its manifest, with stand-ins for MongoDB's programs. */
@RealServers
class ReplicaSetFormsTest {
    @Test
    void one_member_alone_waits_and_three_form_a_set_from_nothing_whoever_comes_first() {
        try (Replicas replicas = Replicas.of(Replicas.NEW, UnaryOperator.identity())) {
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
    void a_wrong_disk_is_refused_first_steps_that_fail_are_tried_again_and_users_are_made_and_renewed()
            throws IOException {
        try (Replicas replicas = Replicas.of(Replicas.NEW.backup(Backup.to("archive")))) {
            refuseTheDiskOfAnother(replicas);
            formInSpiteOfFaults(replicas);
            renewUsers(replicas);
        }
    }

    private static void refuseTheDiskOfAnother(Replicas replicas) throws IOException {
        Path state = Files.createDirectories(
                replicas.cluster().claim("data", "mongo-1").resolve("state"));
        Files.writeString(state.resolve("member"), "mongo-2\n");
        replicas.cluster().start("mongo-1");
        Pod pod = replicas.cluster().pod("mongo-1");
        replicas.cluster()
                .await("refusal", Duration.ofSeconds(20), () -> pod.failure().isPresent());
        assertThat(pod.failure()).contains("init container prepare exited with 1");
        assertThat(pod.log("prepare"))
                .isEqualTo("mongo-1 cannot start: its disk holds the data of mongo-2. "
                        + "Bind the claims of mongo-1 to its own volumes again; do not change the file on the disk.\n");
        replicas.cluster().kill("mongo-1");
        replicas.cluster().loseDisk("mongo-1");
        replicas.tell("a member on the disk of another refuses to start");
    }

    private static void formInSpiteOfFaults(Replicas replicas) throws IOException {
        fault(
                replicas,
                "replSetInitiate",
                "NodeNotFound: cannot reach itself yet\nAlreadyInitialized: already initialized\n");
        fault(replicas, "createUser", "NotWritablePrimary: not yet the primary\n");
        replicas.cluster().start();
        replicas.awaitReady();
        replicas.awaitVotes(3);
        assertThat(replicas.agentLog("mongo-0"))
                .containsSubsequence(
                        "cannot begin the set: cannot reach itself yet",
                        "the set was begun before",
                        "began the set rs0",
                        "leads 3 members");
        assertThat(replicas.calls("mongo-0", "replSetInitiate")).isEqualTo(3);
        assertThat(replicas.calls("mongo-0", "createUser")).isEqualTo(3);
        replicas.tell("failed, was begun before by its own account, and formed all the same");
    }

    private static void renewUsers(Replicas replicas) {
        replicas.await("the user", () -> replicas.agentLog("mongo-0").contains("made the user backup"));
        replicas.cluster().kill("mongo-0", "mongo-1", "mongo-2");
        replicas.cluster().start();
        replicas.awaitReady();
        replicas.await(
                "the user again",
                () -> !replicas.primary().isEmpty()
                        && replicas.agentLog(replicas.primary()).contains("renewed the user backup"));
        replicas.tell("user made once, renewed after a restart");
    }

    private static void fault(Replicas replicas, String command, String answers) throws IOException {
        Path disk = Files.createDirectories(
                replicas.cluster().claim("data", "mongo-0").resolve("db"));
        Files.writeString(disk.resolve("fault-" + command), answers);
        Files.setAttribute(disk, "unix:uid", 999);
        Files.setAttribute(disk, "unix:gid", 999);
        Files.setAttribute(disk.resolve("fault-" + command), "unix:uid", 999);
    }
}
