package dev.ordinal.presets.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.presets.server.RealServers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@RealServers
class EnsembleSurvivesTest {
    private static final Duration FAIL_OVER = Duration.ofSeconds(60);

    @Test
    void the_first_member_may_be_killed_and_may_lose_its_disk() {
        try (Ensemble ensemble = Ensemble.formed(Ensemble.NEW)) {
            ensemble.write("zk-1", "/a");
            ensemble.apply(Ensemble.NEW.sealed());

            ensemble.cluster().kill("zk-1");
            ensemble.cluster()
                    .await("a leader", FAIL_OVER, () -> !ensemble.leader().isEmpty());
            ensemble.write("zk-2", "/b");
            ensemble.tell("zk-1 killed; " + ensemble.leader() + " leads and takes writes");
            ensemble.cluster().start("zk-1");
            ensemble.awaitReady("zk-1");
            assertThat(ensemble.read("zk-1")).containsExactly("a", "b");
            ensemble.tell("zk-1 is back with its disk");

            ensemble.cluster().kill("zk-1");
            ensemble.cluster().loseDisk("zk-1");
            ensemble.cluster().start("zk-1");
            ensemble.awaitReady("zk-1");
            assertThat(ensemble.read("zk-1")).containsExactly("a", "b");
            ensemble.assertOneLeader();
            assertThat(ensemble.cluster().pod("zk-1").log("prepare"))
                    .endsWith(
                            """
                    member 1: empty disk, the ensemble is sealed; waits for a majority that has the data
                    """);
            ensemble.tell("zk-1 lost its disk, and has copied the data again");
        }
    }

    @Test
    void the_leader_may_be_killed_and_all_members_may_lose_power_at_once() {
        try (Ensemble ensemble = Ensemble.formed(Ensemble.NEW);
                SteadyWriter writer = new SteadyWriter(ensemble)) {
            ensemble.apply(Ensemble.NEW.sealed());
            writer.awaitMore(30);
            String leader = ensemble.leader();
            ensemble.cluster().kill(leader);
            ensemble.cluster()
                    .await("another leader", FAIL_OVER, () -> !ensemble.leader().isEmpty());
            ensemble.tell("the leader " + leader + " killed; now " + ensemble.leader() + " leads");
            ensemble.cluster().start(leader);
            ensemble.awaitReady(leader);
            ensemble.tell(leader + " is back");
            writer.awaitMore(30);

            ensemble.cluster().kill("zk-1", "zk-2", "zk-3");
            ensemble.tell("all lost power");
            ensemble.cluster().start();
            ensemble.awaitReady();
            ensemble.assertOneLeader();
            List<String> acknowledged = writer.acknowledged();
            assertThat(acknowledged).hasSizeGreaterThan(50);
            assertThat(ensemble.read("zk-1")).containsAll(acknowledged);
            ensemble.tell("all are back with all " + acknowledged.size() + " acknowledged writes");
        }
    }

    @Test
    void a_rolling_restart_under_a_steady_writer_loses_no_acknowledged_write() {
        try (Ensemble ensemble = Ensemble.formed(Ensemble.NEW);
                SteadyWriter writer = new SteadyWriter(ensemble)) {
            ensemble.apply(Ensemble.NEW.sealed());
            ensemble.cluster().rollingRestart(Duration.ofSeconds(60));
            List<String> acknowledged = writer.acknowledged();
            assertThat(acknowledged).hasSizeGreaterThan(300);
            assertThat(ensemble.read("zk-1")).containsAll(acknowledged);
            ensemble.tell("rolled under a writer: %d acknowledged writes, none lost, longest pause %.1f s"
                    .formatted(acknowledged.size(), writer.longestPauseInSeconds()));
        }
    }
}
