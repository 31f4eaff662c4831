package dev.ordinal.presets.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.manifest.Renderable;
import dev.ordinal.presets.server.RealServers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Another number of members: in the worst order, and as it must not be done. By the run book: {@link EnsembleRunBookTest}. */
@RealServers
class EnsembleScalesTest {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(12);
    private static final ZooKeeperEnsemble ALONE = Ensemble.NEW.members(1).development();

    @Test
    void with_all_members_stopped_three_become_five_even_if_the_blank_ones_start_first() {
        try (Ensemble ensemble = Ensemble.formed(Ensemble.brisk(Ensemble.NEW))) {
            ensemble.write("zk-1", "/a");
            ensemble.apply(Ensemble.brisk(Ensemble.NEW.sealed()));

            ensemble.cluster().stop("zk-1", "zk-2", "zk-3");
            ensemble.apply(Ensemble.brisk(Ensemble.NEW.members(5).sealed()));
            ensemble.cluster().start("zk-5", "zk-4");
            ensemble.cluster().start("zk-1", "zk-2", "zk-3");
            ensemble.awaitReady();
            assertThat(ensemble.modes().values().stream().sorted())
                    .containsExactly("follower", "follower", "follower", "follower", "leader");
            assertThat(ensemble.read("zk-5")).containsExactly("a");
            ensemble.write("zk-4", "/b");
            ensemble.tell("3 to 5 offline, blank members first: " + ensemble.modes());
        }
    }

    /** Refused as a change (OldMembersAreMajority); here is what it would do. */
    @Test
    void one_that_becomes_three_by_a_rolling_update_stops_safely_under_the_seal() throws InterruptedException {
        try (Ensemble ensemble = rolledFromOneToThree(Ensemble.NEW.sealed())) {
            Thread.sleep(LONG_ENOUGH.toMillis());
            assertThat(ensemble.leader()).isEmpty();
            ensemble.tell("sealed: nobody leads, nothing is lost");

            ensemble.cluster().kill("zk-1", "zk-2", "zk-3");
            ensemble.apply(ALONE.sealed());
            ensemble.cluster().start("zk-1");
            ensemble.awaitReady("zk-1");
            assertThat(ensemble.read("zk-1")).containsExactly("precious");
            ensemble.tell("back to one: the data is there");
        }
    }

    /** The trap of plain manifests. */
    @Test
    void one_that_becomes_three_by_a_rolling_update_with_the_servers_default_loses_everything() {
        try (Ensemble ensemble = rolledFromOneToThree(Ensemble.withDefaultForEmptyDisks(Ensemble.NEW.sealed()))) {
            ensemble.awaitReady();
            assertThat(ensemble.read("zk-1")).isEmpty();
            ensemble.tell("naive: all three are healthy, and the data is gone");
        }
    }

    /** Refused as a change (MembersChangeOffline) although it goes well here: nobody writes while two lists are live. */
    @Test
    void three_that_become_five_by_a_rolling_update_are_lucky_if_nobody_writes() {
        try (Ensemble ensemble = Ensemble.formed(Ensemble.brisk(Ensemble.NEW))) {
            ensemble.write("zk-1", "/a");
            ensemble.apply(Ensemble.brisk(Ensemble.NEW.members(5).sealed()));
            ensemble.cluster().start("zk-4", "zk-5");
            for (String name : new String[] {"zk-3", "zk-2", "zk-1"}) {
                ensemble.cluster().stop(name);
                ensemble.cluster().start(name);
            }
            ensemble.awaitReady();
            assertThat(ensemble.read("zk-5")).containsExactly("a");
            ensemble.tell("3 to 5 by rolling, without writes: " + ensemble.modes());
        }
    }

    private static Ensemble rolledFromOneToThree(Renderable wanted) {
        Ensemble ensemble = Ensemble.formed(ALONE);
        ensemble.write("zk-1", "/precious");
        ensemble.apply(wanted);
        ensemble.cluster().start("zk-2", "zk-3");
        ensemble.cluster().stop("zk-1");
        ensemble.cluster().start("zk-1");
        ensemble.tell("1 to 3 by rolling, blank members first");
        return ensemble;
    }
}
