package dev.ordinal.presets.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.presets.server.RealServers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Members come, go and are restarted by the run book, under a writer. */
@RealServers
class GroupGrowsTest {
    /** Copies are slowed down, so that a donor can die in the middle of one. */
    private static final MySqlCluster NEW = Database.NEW.setting("clone_max_data_bandwidth", "8");

    private static final MySqlCluster THREE = NEW.sealed();
    private static final MySqlCluster FOUR = THREE.topology(MySqlTopology.group(4));
    /** What runs before the upgrade: the same server under the tag of an older version of its series. */
    private static final String OLDER = "9.7.1";

    @Test
    void a_member_is_added_while_its_donor_dies_all_are_restarted_and_one_is_removed() {
        try (Database database = Database.formed(NEW.version(OLDER))) {
            database.apply(THREE.version(OLDER));
            assertThat(database.write("CREATE TABLE written (id INT PRIMARY KEY)"))
                    .isNotEmpty();
            try (SteadyWriter writer = new SteadyWriter(database)) {
                growWhileTheDonorDies(database);
                database.follow(FOUR, "Upgrade");
                assertThat(database.cluster().pods()).allMatch(pod -> pod.runsImage(MySqlImage.NAME));
                database.tell("all four rolled to another tag under the writer: " + database.states());
                database.follow(THREE, "Scale down");
                assertThat(database.states()).hasSize(3).doesNotContainKey("orders-3");
                assertThat(database.cluster().claim("data", "orders-3")).doesNotExist();
                database.tell("orders-3 is removed: " + database.states());
                database.follow(THREE, "Replace a member");
                database.tell("orders-2 is replaced: " + database.states());
                List<String> acknowledged = writer.acknowledged();
                assertThat(acknowledged).hasSizeGreaterThan(100);
                database.cluster().pods().forEach(pod -> database.awaitKnows(pod.name(), acknowledged));
                database.tell("all members know all %d acknowledged writes; longest pause %.1f s"
                        .formatted(acknowledged.size(), writer.longestPauseInSeconds()));
            }
        }
    }

    private static void growWhileTheDonorDies(Database database) {
        database.apply(FOUR.version(OLDER));
        database.cluster().start("orders-3");
        database.cluster().await("orders-3 copies", Database.SERVING, () -> !donor(database)
                .isEmpty());
        String donor = donor(database);
        database.cluster().kill(donor);
        database.tell(donor + " killed in the middle of giving its data to orders-3");
        database.awaitReady("orders-3");
        database.cluster().start(donor);
        database.awaitReady();
        database.follow(FOUR.version(OLDER), "Scale up");
        assertThat(database.root("orders-3", "SELECT state FROM performance_schema.clone_status"))
                .containsExactly("Completed");
        database.tell("orders-3 is added: " + database.states());
    }

    /** Who gives its data to the new member at this moment. */
    private static String donor(Database database) {
        return database
                .root(
                        "orders-3",
                        "SELECT SUBSTRING_INDEX(source, '.', 1) FROM performance_schema.clone_status"
                                + " WHERE state = 'In Progress' AND source LIKE 'orders%'")
                .stream()
                .filter(line -> line.startsWith("orders-"))
                .findFirst()
                .orElse("");
    }
}
