package dev.ordinal.presets.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.presets.part.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts that people trust before they delete a disk: a tool that fails must not pass for one that has found nothing. */
class KafkaScriptsTest {
    private static final Texts MAIN = Texts.beside(KafkaCluster.class);

    /** Answers by a file of the tool's name and its verb, and tells what it was asked. */
    private static final String TOOLS =
            """
            echo "$*" >> "<root>/asked"
            asked() {
              grep -q -e "$1" "<root>/asked"
            }
            for word in "$@"; do
              case $word in
                --alter | --describe | --list | --execute | --verify | describe | remove-controller | unregister) verb=$word ;;
              esac
            done
            . "<root>/answers/$1 $verb"
            """;

    private static final String BEFORE =
            """
            Topic: t	TopicId: mCpL	PartitionCount: 3	ReplicationFactor: 3	Configs: min.insync.replicas=2
            	Topic: t	Partition: 0	Leader: 103	Replicas: 103,100,101	Isr: 103,100,101	Elr: 	LastKnownElr:\s
            	Topic: t	Partition: 1	Leader: 100	Replicas: 100,101,102	Isr: 100,101,102	Elr: 	LastKnownElr:\s
            	Topic: t	Partition: 2	Leader: 101	Replicas: 101,102,103	Isr: 101,102,103	Elr: 	LastKnownElr:\s
            """;

    private static final String AFTER =
            BEFORE.replace("103,100,101", "102,100,101").replace("101,102,103", "101,102,100");

    private static final String FOUND_TWO = "broker 103 holds 2 copies, such as one of t-2\n";

    @TempDir
    private Path root;

    @BeforeEach
    void answerAsAHealthyCluster() throws IOException {
        Files.createDirectories(root.resolve("answers"));
        Files.createDirectories(root.resolve("bin"));
        write("bin/sleep", "#!/bin/sh\n");
        write("bin/kafka-configs.sh", "#!/bin/sh\necho uncordoned\n");
        write("kafka.sh", TOOLS.replace("<root>", root.toString()));
        for (String script : List.of("holds-nothing.sh", "metadata.sh")) {
            write(script, here(script));
        }
        write("before", BEFORE);
        write("after", AFTER);
        metadata("4.3-IV0");
        answer("configs --alter", "true");
        answer("topics --describe", "if asked --execute; then cat <root>/after; else cat <root>/before; fi");
        answer("reassign-partitions --list", "echo 'No partition reassignments found.'");
        answer("reassign-partitions --execute", "true");
        answer("reassign-partitions --verify", "echo 'Reassignment of partition t-0 is completed.'");
    }

    @Test
    void a_drain_gives_each_copy_to_a_broker_that_has_none() throws Exception {
        assertThat(drain()).isEqualTo("broker 103 holds nothing\n");
        assertThat(asked()).contains("configs --alter --entity-type brokers --entity-name 103 --add-config cordoned");
        assertThat(Files.readString(root.resolve("drain-103.json")))
                .isEqualTo(
                        "{\"version\":1,\"partitions\":[{\"topic\":\"t\",\"partition\":0,\"replicas\":[102,100,101]},"
                                + "{\"topic\":\"t\",\"partition\":2,\"replicas\":[101,102,100]}]}\n");
    }

    @Test
    void a_drain_that_cannot_see_what_the_broker_holds_fails() throws Exception {
        answer("topics --describe", "echo 'Error: timed out' >&2; exit 1");
        assertThat(drain()).doesNotContain("holds nothing").endsWith("exit 1\n");
        assertThat(asked()).doesNotContain("--execute");
    }

    @Test
    void a_drain_that_cannot_see_whether_copies_still_move_fails() throws Exception {
        String lost = "if asked --execute; then exit 1; fi; echo 'No partition reassignments found.'";
        answer("reassign-partitions --list", lost);
        answer("reassign-partitions --verify", lost);
        assertThat(drain()).doesNotContain("holds nothing").endsWith("exit 1\n");
    }

    @Test
    void a_drain_waits_until_nothing_moves() throws Exception {
        answer(
                "reassign-partitions --list",
                """
                if asked --execute && ! [ -e <root>/looked ]; then
                  : > <root>/looked
                  printf 'Current partition reassignments:\\nt-0: replicas: 102,100,101,103. removing: 103.\\n'
                else
                  echo 'No partition reassignments found.'
                fi
                """);
        assertThat(drain()).endsWith("broker 103 holds nothing\n");
        assertThat(asked().lines().filter(line -> line.contains("--list"))).hasSize(3);
    }

    @Test
    void a_drain_after_which_the_broker_still_has_copies_fails() throws Exception {
        answer("topics --describe", "cat <root>/before");
        assertThat(drain()).isEqualTo(FOUND_TWO + "exit 1\n");
    }

    @Test
    void a_drain_of_a_topic_with_more_copies_than_brokers_stay_fails() throws Exception {
        assertThat(run("drain-broker.sh", "103", "100,101"))
                .isEqualTo("topic t has more copies than there are brokers that stay\nexit 1\n");
    }

    @Test
    void metadata_that_know_no_cordon_get_none() throws Exception {
        metadata("4.2-IV1");
        assertThat(drain())
                .isEqualTo(
                        "Before the metadata of 4.3 nothing keeps new topics away from broker 103: make none until its"
                                + " disk is deleted.\nbroker 103 holds nothing\n");
        assertThat(asked()).doesNotContain("configs");
    }

    @Test
    void only_a_cordon_that_can_be_is_taken_away() throws Exception {
        answer("cluster unregister", "echo unregistered");
        assertThat(run("forget-broker.sh", "103")).isEqualTo("uncordoned\nunregistered\n");
        metadata("4.2-IV1");
        assertThat(run("forget-broker.sh", "103")).isEqualTo("unregistered\n");
        answer("features describe", "exit 1");
        assertThat(run("forget-broker.sh", "103")).isEqualTo("exit 1\n");
    }

    @Test
    void later_metadata_get_a_cordon() throws Exception {
        for (String level : List.of("4.10-IV1", "5.0-IV0")) {
            write("asked", "");
            metadata(level);
            assertThat(drain()).isEqualTo("broker 103 holds nothing\n");
            assertThat(asked()).contains("configs --alter");
        }
    }

    @Test
    void a_drain_that_cannot_see_which_metadata_are_in_force_fails() throws Exception {
        answer("features describe", "exit 1");
        assertThat(drain()).isEqualTo("exit 1\n");
        answer("features describe", "echo 'Feature: kraft.version	FinalizedVersionLevel: 1	Epoch: 9'");
        assertThat(drain()).endsWith("exit 1\n");
        assertThat(asked()).doesNotContain("configs", "--execute");
    }

    @Test
    void a_broker_holds_nothing_only_if_that_can_be_seen() throws Exception {
        answer("topics --describe", "cat <root>/after");
        assertThat(run("holds-nothing.sh", "103")).isEqualTo("broker 103 holds nothing\n");
        assertThat(run("holds-nothing.sh", "10")).isEqualTo("broker 10 holds nothing\n");
        answer("topics --describe", "cat <root>/before");
        assertThat(run("holds-nothing.sh", "103")).isEqualTo(FOUND_TWO + "exit 1\n");
        answer("topics --describe", "cat <root>/after; exit 1");
        assertThat(run("holds-nothing.sh", "103")).isEqualTo("exit 1\n");
    }

    @Test
    void a_copy_on_its_way_counts() throws Exception {
        answer(
                "topics --describe",
                "printf '\\tTopic: t\\tPartition: 7\\tLeader: 100\\tReplicas: 103,100\\tIsr: 100"
                        + "\\tAdding Replicas: 103\\tRemoving Replicas: \\n'");
        assertThat(run("holds-nothing.sh", "103")).isEqualTo("broker 103 holds 1 copies, such as one of t-7\nexit 1\n");
    }

    @Test
    void a_controller_leaves_the_quorum() throws Exception {
        quorum("cat <root>/quorum");
        answer("metadata-quorum remove-controller", "echo removed");
        assertThat(run("remove-controller.sh", "3")).isEqualTo("removed\n");
        assertThat(asked()).contains("remove-controller --controller-id 3 --controller-directory-id dirOf3");
        assertThat(run("remove-controller.sh", "100")).isEqualTo("100 is not a voter\n");
    }

    @Test
    void a_controller_of_a_quorum_that_cannot_be_seen_is_not_said_to_have_no_vote() throws Exception {
        quorum("exit 1");
        assertThat(run("remove-controller.sh", "3")).isEqualTo("exit 1\n");
        assertThat(asked()).doesNotContain("remove-controller");
    }

    @Test
    void voters_are_those_of_a_whole_answer() throws Exception {
        quorum("cat <root>/quorum");
        assertThat(run("voters.sh", "0", "3")).isEqualTo("voters: 0 3 \n");
        assertThat(run("voters.sh", "0", "1")).isEqualTo("voters: 0 3 \nexit 1\n");
        quorum("cat <root>/quorum; exit 1");
        assertThat(run("voters.sh", "0", "3")).endsWith("exit 1\n");
    }

    private void quorum(String text) throws IOException {
        write(
                "quorum",
                """
                NodeId	DirectoryId	LogEndOffset	Lag	LastFetchTimestamp	LastCaughtUpTimestamp	Status
                0	dirOf0	97	0	17	17	Leader
                3	dirOf3	97	0	17	17	Follower
                100	dirOf100	97	0	17	17	Observer
                """);
        answer("metadata-quorum describe", text);
    }

    private void metadata(String level) throws IOException {
        answer(
                "features describe",
                "echo 'Feature: kraft.version	SupportedMinVersion: 0	SupportedMaxVersion: 1	FinalizedVersionLevel: 1	Epoch: 9'\n"
                        + "echo 'Feature: metadata.version	SupportedMinVersion: 3.3-IV3	SupportedMaxVersion: 5.0-IV0"
                        + "	FinalizedVersionLevel: " + level + "	Epoch: 9'\n");
    }

    private void answer(String question, String script) throws IOException {
        write("answers/" + question, script.replace("<root>", root.toString()) + "\n");
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.writeString(path, text);
        assertThat(path.toFile().setExecutable(true)).isTrue();
    }

    private String asked() throws IOException {
        Path asked = root.resolve("asked");
        return Files.exists(asked) ? Files.readString(asked) : "";
    }

    private String drain() throws IOException, InterruptedException {
        return run("drain-broker.sh", "103", "100,101,102");
    }

    private String here(String script) {
        return MAIN.named(script)
                .replace("/etc/kafka/admin", root.toString())
                .replace("/opt/kafka/bin", root + "/bin")
                .replace("=/tmp/", "=" + root + "/");
    }

    private String run(String script, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", here(script), script));
        command.addAll(List.of(words));
        ProcessBuilder shell = new ProcessBuilder(command).redirectErrorStream(true);
        shell.environment().put("PATH", root.resolve("bin") + ":/usr/bin:/bin");
        shell.environment().put("ADMIN_CONTROLLERS", "c:9093");
        Process process = shell.start();
        process.getOutputStream().close();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        return exit == 0 ? told : told + "exit " + exit + "\n";
    }
}
