package dev.ordinal.presets.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.presets.server.RealServers;
import java.util.List;
import org.junit.jupiter.api.Test;

@RealServers
class AsynchronousTest {
    private static final MySqlCluster NEW = Database.NEW.topology(MySqlTopology.asynchronous(2, 0));

    @Test
    void a_replica_follows_the_named_primary_and_takes_over_when_it_is_named_itself() {
        try (Database database = Database.formed(NEW)) {
            assertThat(database.writer()).isEqualTo("orders-0");
            assertThat(database.write("CREATE TABLE written (id INT PRIMARY KEY)"))
                    .isNotEmpty();
            assertThat(database.write("INSERT INTO written VALUES (1)")).isNotEmpty();
            database.awaitKnows("orders-1", List.of("1"));
            assertThat(database.run("orders-1", "INSERT INTO written VALUES (2)"))
                    .isEmpty();
            database.tell("written on orders-0, read on orders-1, which takes no writes");

            database.apply(NEW.sealed());
            database.cluster().kill("orders-0");
            database.cluster().loseDisk("orders-0");
            database.cluster().start("orders-0");
            database.cluster().await("the refusal", Database.SERVING, () -> database.cluster()
                    .pod("orders-0")
                    .log("mysql")
                    .contains("stays closed: its disk is empty, and orders-1 has data."));
            assertThat(database.cluster().pod("orders-0").ready()).isFalse();
            assertThat(database.run("orders-1", "SELECT id FROM written")).containsExactly("1");
            database.tell("orders-0 lost its disk: it stays closed, and orders-1 goes on serving reads");

            database.cluster().kill("orders-0", "orders-1");
            database.apply(NEW.sealed().topology(MySqlTopology.asynchronous(2, 1)));
            database.cluster().start("orders-0", "orders-1");
            database.awaitReady();
            assertThat(database.writer()).isEqualTo("orders-1");
            database.cluster()
                    .await("writes go on", Database.SERVING, () -> !database.write("INSERT INTO written VALUES (3)")
                            .isEmpty());
            database.awaitKnows("orders-0", List.of("1", "3"));
            assertThat(database.cluster().pod("orders-1").log("mysql"))
                    .as("who follows from the first transaction on copies nothing")
                    .doesNotContainPattern("(?s)orders-1: follows orders-0.*orders-1: copies the data");
            database.tell("orders-1 is named: it takes writes, and orders-0 has copied its data and follows");
        }
    }
}
