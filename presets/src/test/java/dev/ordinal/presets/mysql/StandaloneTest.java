package dev.ordinal.presets.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.presets.server.RealServers;
import org.junit.jupiter.api.Test;

@RealServers
class StandaloneTest {
    private static final MySqlCluster NEW = Database.NEW.topology(MySqlTopology.standalone());

    @Test
    void one_member_serves_is_dumped_and_does_not_begin_anew_once_it_is_sealed() {
        try (Database database = Database.formed(NEW)) {
            assertThat(database.write("CREATE TABLE written (id INT PRIMARY KEY)"))
                    .isNotEmpty();
            assertThat(database.write("INSERT INTO written VALUES (42)")).isNotEmpty();
            assertThat(database.cluster().pod("orders-0").exec("sh", "/conf/dump.sh", "/var/run/mysqld/root.cnf"))
                    .contains("INSERT INTO `written` VALUES (42);", "-- Dump completed")
                    .doesNotContain("`mysql`");
            database.apply(NEW.sealed());
            database.cluster().stop("orders-0");
            database.cluster().start("orders-0");
            database.awaitReady();
            database.awaitWriter();
            assertThat(database.write("SELECT id FROM written")).containsExactly("42");
            database.tell("restarted: the row is there");

            database.cluster().kill("orders-0");
            database.cluster().loseDisk("orders-0");
            database.cluster().start("orders-0");
            database.cluster().await("the refusal", Database.SERVING, () -> database.cluster()
                    .pod("orders-0")
                    .log("mysql")
                    .contains("orders-0 cannot start: its disk is empty, and the database is sealed."));
            database.tell("sealed: an empty disk is not begun anew");
        }
    }
}
