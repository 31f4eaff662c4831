package dev.ordinal.presets.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.presets.server.RealServers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One group through the losses of its life, one after the other, always under a writer. */
@RealServers
class GroupSurvivesTest {
    private static final Duration FAIL_OVER = Duration.ofSeconds(60);
    private static final MySqlCluster SEALED = Database.NEW.sealed();

    @Test
    void a_group_loses_its_primary_its_disk_and_all_its_members_and_nothing_acknowledged() {
        try (Database database = Database.formed(Database.NEW)) {
            database.apply(SEALED);
            assertThat(database.write("CREATE TABLE written (id INT PRIMARY KEY)"))
                    .isNotEmpty();
            try (SteadyWriter writer = new SteadyWriter(database)) {
                killThePrimary(database, writer);
                hang(database);
                loseADisk(database, writer);
                killAll(database, writer);
                List<String> acknowledged = writer.acknowledged();
                assertThat(acknowledged).hasSizeGreaterThan(100);
                database.cluster().pods().forEach(pod -> database.awaitKnows(pod.name(), acknowledged));
                database.tell("all members know all %d acknowledged writes; longest pause %.1f s"
                        .formatted(acknowledged.size(), writer.longestPauseInSeconds()));
                beginWithoutOne(database, acknowledged);
            }
        }
    }

    private static void killThePrimary(Database database, SteadyWriter writer) {
        String primary = database.writer();
        assertThat(primary).isEqualTo("orders-0");
        assertThat(database.write("CREATE EVENT tick ON SCHEDULE EVERY 1 DAY DO DELETE FROM written WHERE id < 0"))
                .isNotEmpty();
        database.cluster().kill(primary);
        int before = writer.count();
        database.cluster().await("writes go on", FAIL_OVER, () -> writer.count() > before + 10);
        assertThat(database.writer()).isIn("orders-1", "orders-2");
        assertThat(writer.longestPauseInSeconds()).isLessThan(15);
        assertThat(database.root(database.writer(), "SELECT status FROM information_schema.events"))
                .as("events stand still, as the run book says")
                .containsExactly("REPLICA_SIDE_DISABLED");
        database.tell("%s killed: %s takes writes after %.1f s"
                .formatted(primary, database.writer(), writer.longestPauseInSeconds()));
        database.cluster().start(primary);
        database.awaitReady(primary);
        database.tell(primary + " is back with its disk");
    }

    private static void hang(Database database) {
        String primary = database.writer();
        signal(database, "STOP");
        database.cluster().await("orders-0 is shut out", FAIL_OVER, () -> database.states(primary)
                .keySet()
                .equals(Set.of("orders-1", "orders-2")));
        signal(database, "CONT");
        database.cluster().await("orders-0 is back", Database.SERVING, () -> database.states(primary)
                .getOrDefault("orders-0", "")
                .equals("ONLINE SECONDARY"));
        database.awaitReady();
        database.tell("orders-0 hung, was shut out, and has come back by itself");
    }

    private static void signal(Database database, String signal) {
        database.cluster()
                .pod("orders-0")
                .exec("sh", "-c", "kill -" + signal + " \"$(cat /var/lib/mysql/mysqld.pid)\"");
    }

    private static void loseADisk(Database database, SteadyWriter writer) {
        database.cluster().kill("orders-0");
        database.cluster().loseDisk("orders-0");
        database.cluster().start("orders-0");
        database.awaitReady("orders-0");
        database.awaitKnows("orders-0", writer.soFar());
        assertThat(database.cluster().pod("orders-0").log("mysql")).contains("and copies their data");
        assertThat(database.root("orders-0", "SELECT state FROM performance_schema.clone_status"))
                .containsExactly("Completed");
        database.tell("orders-0 lost its disk, and has copied the data");
    }

    private static void killAll(Database database, SteadyWriter writer) {
        database.cluster().kill("orders-0", "orders-1", "orders-2");
        database.tell("all lost power");
        int before = writer.count();
        database.cluster().start("orders-0", "orders-1");
        database.cluster().await("orders-1 waits for orders-2", Database.SERVING, () -> database.cluster()
                .pod("orders-1")
                .log("mysql")
                .contains("waits for the answer of: orders-2"));
        assertThat(database.writer()).isEmpty();
        database.cluster().start("orders-2");
        database.awaitReady();
        database.cluster().await("writes go on", FAIL_OVER, () -> writer.count() > before + 10);
        database.tell("all are back: " + database.states());
    }

    /** What the run book says of a member that will never come back. */
    private static void beginWithoutOne(Database database, List<String> acknowledged) {
        database.cluster().kill("orders-0", "orders-1", "orders-2");
        database.apply(SEALED.topology(MySqlTopology.group(3).restartFrom(0)));
        database.cluster().start("orders-0", "orders-1");
        database.awaitReady("orders-0", "orders-1");
        database.awaitKnows("orders-1", acknowledged);
        assertThat(database.states()).hasSize(2);
        database.tell("orders-2 never comes back: orders-0 has started the group on the word of restartFrom");
    }
}
