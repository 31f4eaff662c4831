package dev.ordinal.presets.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.manifest.Renderable;
import dev.ordinal.presets.server.RealServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Two of three members lose their disks and start before the third: what happens to the data of the third? */
@RealServers
class EnsembleSealTest {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(12);

    @Test
    void sealed_members_without_data_elect_nobody_and_the_data_of_the_third_can_be_saved() throws InterruptedException {
        try (Ensemble ensemble = twoBlankMembers(Ensemble.NEW.sealed())) {
            Thread.sleep(LONG_ENOUGH.toMillis());
            assertThat(ensemble.leader()).isEmpty();
            ensemble.cluster().start("zk-3");
            Thread.sleep(LONG_ENOUGH.toMillis());
            assertThat(ensemble.leader()).isEmpty();
            ensemble.tell("sealed: nobody leads over empty disks");

            ensemble.apply(Ensemble.NEW);
            ensemble.cluster().kill("zk-2");
            ensemble.cluster().start("zk-2");
            ensemble.awaitReady("zk-2", "zk-3");
            ensemble.apply(Ensemble.NEW.sealed());
            ensemble.cluster().kill("zk-1");
            ensemble.cluster().start("zk-1");
            ensemble.awaitReady();
            assertThat(ensemble.read("zk-1")).containsExactly("precious");
            ensemble.tell("one blank member was let in beside zk-3, then the other: the data is on all");
        }
    }

    @Test
    void members_that_may_always_begin_anew_destroy_the_data_of_the_third() {
        assertDataLoss(Ensemble.NEW);
    }

    @Test
    void with_the_servers_default_for_empty_disks_a_seal_is_worth_nothing() {
        assertDataLoss(Ensemble.withDefaultForEmptyDisks(Ensemble.NEW.sealed()));
    }

    /** The trap: it shows that the tests above would see a loss if there were one. */
    private static void assertDataLoss(Renderable naive) {
        try (Ensemble ensemble = twoBlankMembers(naive)) {
            ensemble.awaitReady("zk-1", "zk-2");
            ensemble.cluster().start("zk-3");
            ensemble.awaitReady();
            assertThat(ensemble.read("zk-3")).isEmpty();
            ensemble.tell("naive: all three are healthy, and the data is gone");
        }
    }

    private static Ensemble twoBlankMembers(Renderable afterwards) {
        Ensemble ensemble = Ensemble.formed(Ensemble.NEW);
        ensemble.write("zk-1", "/precious");
        assertThat(ensemble.read("zk-3")).containsExactly("precious");
        ensemble.cluster().kill("zk-1", "zk-2", "zk-3");
        ensemble.cluster().loseDisk("zk-1", "zk-2");
        ensemble.apply(afterwards);
        ensemble.cluster().start("zk-1", "zk-2");
        ensemble.tell("two of three lost their disks and started first");
        return ensemble;
    }

    @Test
    void a_member_on_the_disk_of_another_refuses_to_start() throws IOException {
        try (Ensemble ensemble = Ensemble.of(Ensemble.NEW)) {
            Path disk = Files.createDirectories(
                    ensemble.cluster().claim("data", "zk-1").resolve("data"));
            Files.writeString(disk.resolve("myid"), "3\n");
            ensemble.cluster().start("zk-1");
            ensemble.cluster().await("zk-1 refuses", Duration.ofSeconds(10), () -> ensemble.cluster()
                    .pod("zk-1")
                    .failure()
                    .isPresent());
            assertThat(ensemble.cluster().pod("zk-1").failure()).contains("init container prepare exited with 1");
            assertThat(ensemble.cluster().pod("zk-1").log("prepare"))
                    .isEqualTo("member 1 cannot start: its disk holds the data of member 3. "
                            + "Bind the claims of zk-1 to its own volumes again; do not change /data/myid.\n");
            assertThat(disk.resolve("myid")).hasContent("3\n");
        }
    }
}
