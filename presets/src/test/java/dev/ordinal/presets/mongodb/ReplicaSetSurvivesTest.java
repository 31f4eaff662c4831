package dev.ordinal.presets.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.presets.server.Pod;
import dev.ordinal.presets.server.RealServers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One set through the losses of its life, one after the other: the preset's own scripts, with stand-ins for MongoDB's programs. */
@RealServers
class ReplicaSetSurvivesTest {
    private static final MongoReplicaSet OLDER = Replicas.NEW.version("7.0.40");
    private static final String[] ALL = {"mongo-0", "mongo-1", "mongo-2"};

    @Test
    void
            a_set_loses_members_disks_and_power_and_nothing_acknowledged_and_only_the_seal_tells_a_loss_from_a_beginning() {
        try (Replicas replicas = Replicas.formed(OLDER)) {
            beginNothingBesideOthersEvenBeforeTheSeal(replicas);
            replicas.apply(OLDER.sealed());
            loseTheFirstMember(replicas);
            losePowerAtOnce(replicas);
            upgradeUnderAWriter(replicas);
            handOverBeforeAStop(replicas);
            beginNothingOverEmptyDisksWhileSealed(replicas);
            beginAnewWithoutTheSeal(replicas);
        }
    }

    private static void beginNothingBesideOthersEvenBeforeTheSeal(Replicas replicas) {
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

    private static void loseTheFirstMember(Replicas replicas) {
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

    private static void losePowerAtOnce(Replicas replicas) {
        replicas.await("a primary", () -> !replicas.primary().isEmpty());
        replicas.write(3);
        replicas.cluster().kill(ALL);
        replicas.cluster().start();
        replicas.awaitReady();
        replicas.await("all there", () -> replicas.read("mongo-2").equals(List.of(1, 2, 3)));
        replicas.tell("all lost power and are back with the data");
    }

    /** The stand-in knows its feature version, and is the same under the tag of either series. */
    private static void upgradeUnderAWriter(Replicas replicas) {
        for (String member : ALL) {
            replicas.ask(member, "db.adminCommand({setFeatureCompatibilityVersion: \"7.0\"})");
        }
        replicas.await("a primary", () -> !replicas.primary().isEmpty());
        replicas.ask(replicas.primary(), "db.adminCommand({drop: \"things\"})");
        try (SteadyWriter writer = new SteadyWriter(replicas)) {
            replicas.follow(OLDER.sealed(), "Upgrade", Replicas.NEW.sealed(), Map.of("<series>", "8.0"));
            assertThat(replicas.cluster().pods()).allMatch(pod -> pod.runsImage(MongoImage.NAME));
            List<Integer> acknowledged = writer.acknowledged();
            replicas.await("a primary", () -> !replicas.primary().isEmpty());
            assertThat(acknowledged).hasSizeGreaterThan(20);
            assertThat(replicas.read(replicas.primary())).containsAll(acknowledged);
            replicas.tell("upgraded by the run book under a writer: %d acknowledged writes, none lost"
                    .formatted(acknowledged.size()));
        }
    }

    private static void handOverBeforeAStop(Replicas replicas) {
        String primary = replicas.primary();
        Pod leading = replicas.cluster().pod(primary);
        long handed = handOvers(leading);
        long began = System.nanoTime();
        replicas.cluster().stop(primary);
        assertThat(handOvers(leading)).isEqualTo(handed + 1);
        replicas.await("another primary", () -> !replicas.primary().isEmpty());
        replicas.tell(primary + " handed over and stopped in %.1f s".formatted((System.nanoTime() - began) / 1e9));
        replicas.write(100_001);
        String[] others = replicas.cluster().pods().stream().map(Pod::name).toArray(String[]::new);
        began = System.nanoTime();
        replicas.cluster().stop(others[0]);
        replicas.cluster().stop(others[1]);
        assertThat((System.nanoTime() - began) / 1e9).as("seconds").isLessThan(100);
        replicas.tell("the others stopped too, in %.1f s".formatted((System.nanoTime() - began) / 1e9));
    }

    private static long handOvers(Pod pod) {
        return pod.log("agent")
                .lines()
                .filter(line -> line.endsWith(": hands over"))
                .count();
    }

    private static void beginNothingOverEmptyDisksWhileSealed(Replicas replicas) {
        replicas.cluster().loseDisk(ALL);
        replicas.cluster().start();
        replicas.cluster()
                .await(
                        "it says so",
                        Duration.ofSeconds(40),
                        () -> replicas.agentLog("mongo-0")
                                .contains(
                                        "all disks are empty although the set is sealed: restore a backup after rendering it unsealed"));
        long said = replicas.lastLook("mongo-0");
        replicas.await(
                "it has looked again for longer than a beginning takes", () -> replicas.lastLook("mongo-0") > said + 5);
        assertThat(replicas.roles().values()).containsOnly("waiting");
        assertThat(replicas.calls("mongo-0", "replSetInitiate")).isEqualTo(1);
        replicas.tell("sealed: nobody begins a set over empty disks");
    }

    /** The trap: without the seal the same loss makes a healthy, empty set. It shows that the act above could fail. */
    private static void beginAnewWithoutTheSeal(Replicas replicas) {
        replicas.apply(Replicas.NEW);
        replicas.awaitReady();
        replicas.awaitVotes(3);
        assertThat(replicas.calls("mongo-0", "replSetInitiate")).isEqualTo(2);
        assertThat(replicas.ask(replicas.primary(), "db.adminCommand({find: \"things\"}).cursor.firstBatch.length"))
                .isEqualTo("0");
        replicas.tell("unsealed: all three are healthy, and the data is gone");
    }
}
