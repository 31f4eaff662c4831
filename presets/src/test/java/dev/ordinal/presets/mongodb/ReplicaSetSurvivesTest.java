package dev.ordinal.presets.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.presets.server.Pod;
import dev.ordinal.presets.server.RealServers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The preset's own scripts in the pods of its manifest, with stand-ins for MongoDB's programs. */
@RealServers
class ReplicaSetSurvivesTest {
    private static final String[] ALL = {"mongo-0", "mongo-1", "mongo-2"};

    @Test
    void the_first_member_may_be_killed_and_may_lose_its_disk() {
        try (Replicas replicas = Replicas.formed(Replicas.NEW)) {
            replicas.write(1);
            replicas.apply(Replicas.NEW.sealed());
            replicas.cluster().kill("mongo-0");
            replicas.await("another primary", () -> !replicas.primary().isEmpty());
            replicas.write(2);
            replicas.tell("mongo-0 killed; " + replicas.primary() + " takes writes");
            replicas.cluster().start("mongo-0");
            replicas.awaitReady("mongo-0");
            replicas.await("caught up", () -> replicas.read("mongo-0").equals(List.of(1, 2)));
            replicas.tell("mongo-0 is back with its disk");

            replicas.cluster().kill("mongo-0");
            replicas.cluster().loseDisk("mongo-0");
            replicas.cluster().start("mongo-0");
            replicas.awaitReady("mongo-0");
            replicas.await("copied", () -> replicas.read("mongo-0").equals(List.of(1, 2)));
            assertThat(replicas.calls("mongo-0", "replSetInitiate")).isEqualTo(1);
            assertThat(replicas.cluster().pod("mongo-0").log("prepare")).endsWith("mongo-0: its disk is empty\n");
            replicas.tell("mongo-0 lost its disk, and has copied the data again");
        }
    }

    @Test
    void an_empty_first_member_waits_for_the_others_even_before_the_seal() {
        try (Replicas replicas = Replicas.formed(Replicas.NEW)) {
            replicas.write(1);
            replicas.cluster().kill(ALL);
            replicas.cluster().loseDisk("mongo-0");
            replicas.cluster().start("mongo-0");
            replicas.cluster().await("it waits", Duration.ofSeconds(30), () -> replicas.agentLog("mongo-0")
                    .contains("knows no set; waits for an answer of mongo-1"));
            replicas.cluster().start("mongo-1", "mongo-2");
            replicas.awaitReady();
            replicas.await("copied", () -> replicas.read("mongo-0").equals(List.of(1)));
            assertThat(replicas.calls("mongo-0", "replSetInitiate")).isEqualTo(1);
            replicas.tell("mongo-0 came first and empty, waited, and copied the data");
        }
    }

    @Test
    void when_all_disks_are_lost_a_sealed_set_begins_nothing_and_says_what_to_do() throws InterruptedException {
        try (Replicas replicas = Replicas.formed(Replicas.NEW)) {
            replicas.write(1);
            replicas.cluster().kill(ALL);
            replicas.cluster().loseDisk(ALL);
            replicas.apply(Replicas.NEW.sealed());
            replicas.cluster().start();
            replicas.cluster()
                    .await(
                            "it says so",
                            Duration.ofSeconds(40),
                            () -> replicas.agentLog("mongo-0")
                                    .contains(
                                            "all disks are empty although the set is sealed: restore a backup after rendering it unsealed"));
            Thread.sleep(12_000);
            assertThat(replicas.roles().values()).containsOnly("waiting");
            assertThat(replicas.calls("mongo-0", "replSetInitiate")).isEqualTo(1);
            replicas.tell("sealed: nobody begins a set over empty disks");
        }
    }

    /** The trap: without the seal the same loss makes a healthy, empty set. It shows that the test above could fail. */
    @Test
    void when_all_disks_are_lost_an_unsealed_set_begins_anew_without_the_data() {
        try (Replicas replicas = Replicas.formed(Replicas.NEW)) {
            replicas.write(1);
            replicas.cluster().kill(ALL);
            replicas.cluster().loseDisk(ALL);
            replicas.cluster().start();
            replicas.awaitReady();
            replicas.awaitVotes(3);
            assertThat(replicas.calls("mongo-0", "replSetInitiate")).isEqualTo(2);
            assertThat(replicas.ask(replicas.primary(), "db.adminCommand({find: \"things\"}).cursor.firstBatch.length"))
                    .isEqualTo("0");
            replicas.tell("unsealed: all three are healthy, and the data is gone");
        }
    }

    @Test
    void all_members_may_lose_power_at_once() {
        try (Replicas replicas = Replicas.formed(Replicas.NEW)) {
            replicas.apply(Replicas.NEW.sealed());
            replicas.write(1, 2, 3);
            replicas.cluster().kill(ALL);
            replicas.cluster().start();
            replicas.awaitReady();
            replicas.await("all there", () -> replicas.read("mongo-2").equals(List.of(1, 2, 3)));
            replicas.tell("all lost power and are back with the data");
        }
    }

    @Test
    void the_primary_hands_over_before_it_stops_and_the_last_member_just_stops() {
        try (Replicas replicas = Replicas.formed(Replicas.NEW)) {
            String primary = replicas.primary();
            Pod leading = replicas.cluster().pod(primary);
            long began = System.nanoTime();
            replicas.cluster().stop(primary);
            assertThat(leading.log("agent")).contains("hands over");
            replicas.await("another primary", () -> !replicas.primary().isEmpty());
            replicas.tell(primary + " handed over and stopped in %.1f s".formatted((System.nanoTime() - began) / 1e9));
            replicas.write(1);
            String[] others = replicas.cluster().pods().stream().map(Pod::name).toArray(String[]::new);
            began = System.nanoTime();
            replicas.cluster().stop(others[0]);
            replicas.cluster().stop(others[1]);
            assertThat((System.nanoTime() - began) / 1e9).as("seconds").isLessThan(100);
            replicas.tell("the others stopped too, in %.1f s".formatted((System.nanoTime() - began) / 1e9));
        }
    }

    @Test
    void a_rolling_restart_under_a_steady_writer_loses_no_acknowledged_write() {
        try (Replicas replicas = Replicas.formed(Replicas.NEW);
                SteadyWriter writer = new SteadyWriter(replicas)) {
            replicas.apply(Replicas.NEW.sealed());
            replicas.cluster().rollingRestart(Duration.ofSeconds(90));
            List<Integer> acknowledged = writer.acknowledged();
            replicas.await("a primary", () -> !replicas.primary().isEmpty());
            assertThat(acknowledged).hasSizeGreaterThan(20);
            assertThat(replicas.read(replicas.primary())).containsAll(acknowledged);
            replicas.tell("rolled under a writer: %d acknowledged writes, none lost".formatted(acknowledged.size()));
        }
    }
}
