package dev.ordinal.presets.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.presets.server.Pod;
import dev.ordinal.presets.server.RealServers;
import org.junit.jupiter.api.Test;

@RealServers
class GroupFormsTest {
    @Test
    void three_members_form_a_group_from_nothing() {
        try (Database database = Database.formed(Database.NEW)) {
            assertThat(database.states())
                    .isEqualTo(java.util.Map.of(
                            "orders-0", "ONLINE PRIMARY",
                            "orders-1", "ONLINE SECONDARY",
                            "orders-2", "ONLINE SECONDARY"));
            assertThat(database.cluster().pods())
                    .allMatch(Pod::answersReadiness)
                    .allMatch(Pod::answersLiveness);
            assertThat(database.writer()).isEqualTo("orders-0");
            assertThat(database.write("CREATE TABLE written (id INT PRIMARY KEY)"))
                    .isNotEmpty();
            assertThat(database.write("INSERT INTO written VALUES (1), (2)")).isNotEmpty();
            database.cluster().await("read on orders-2", Database.SERVING, () -> database.run(
                            "orders-2", "SELECT id FROM written")
                    .equals(java.util.List.of("1", "2")));
            database.tell("written on orders-0, read on orders-2");
        }
    }
}
