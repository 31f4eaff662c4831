package dev.ordinal.presets.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.presets.part.Backup;
import dev.ordinal.presets.part.ExternalAccess;
import dev.ordinal.presets.part.Metrics;
import dev.ordinal.presets.server.Certificates;
import dev.ordinal.presets.server.Commands;
import dev.ordinal.presets.server.Pod;
import dev.ordinal.presets.server.RealServers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

@RealServers
class GroupFormsTest {
    private static final MySqlCluster SECURE = Database.NEW
            .tls("orders-tls")
            .metrics(Metrics.shown())
            .backup(Backup.to("dumps"))
            .external(ExternalAccess.loadBalancers("orders-{ordinal}.example.com"));
    private static final Map<String, String> FORMED = Map.of(
            "orders-0", "ONLINE PRIMARY",
            "orders-1", "ONLINE SECONDARY",
            "orders-2", "ONLINE SECONDARY");

    @Test
    void a_member_alone_is_alive_but_not_ready_and_three_form_a_group_over_tls_with_figures_and_a_backup()
            throws SQLException {
        Certificates certificates = new Certificates(SECURE.certificateNames().toArray(String[]::new));
        try (Database database = Database.of(SECURE.app().with(certificates.secret("shop", "orders-tls")))) {
            database.cluster().start("orders-0");
            Pod first = database.cluster().pod("orders-0");
            database.cluster().await("orders-0 alive", Database.SERVING, () -> database.lives("orders-0"));
            database.cluster().await("orders-0 waits", Database.SERVING, () -> first.log("mysql")
                    .contains("orders-0: waits for the answer of: orders-1 orders-2"));
            assertThat(first.answersReadiness()).isFalse();
            assertThat(first.ready()).isFalse();
            database.tell("orders-0 alone: alive, not ready, waits for the others");

            database.cluster().start("orders-1", "orders-2");
            database.awaitReady();
            database.awaitWriter();
            assertThat(database.states()).isEqualTo(FORMED);
            assertThat(database.cluster().pods())
                    .allMatch(Pod::answersReadiness)
                    .allMatch(Pod::answersLiveness);
            assertThat(database.writer()).isEqualTo("orders-0");
            assertThat(database.cluster().endpoints("orders-read")).containsExactly("orders-0", "orders-1", "orders-2");
            database.tell("all members are ready: " + database.states());

            assertThat(database.write("CREATE TABLE written (id INT PRIMARY KEY)"))
                    .isNotEmpty();
            assertThat(database.write("INSERT INTO written VALUES (1), (2)")).isNotEmpty();
            database.awaitKnows("orders-2", List.of("1", "2"));
            assertThat(database.run("orders-2", "INSERT INTO written VALUES (3)"))
                    .isEmpty();
            database.tell("written on orders-0, read on orders-2, which takes no writes");

            speakTlsOnly(database);
            showFigures(database);
            backUp(database);
        }
    }

    private static void speakTlsOnly(Database database) throws SQLException {
        String plain =
                "jdbc:mysql://" + database.cluster().pod("orders-0").address() + ":3306/shop_db?sslMode=DISABLED";
        Assertions.assertThatThrownBy(() -> DriverManager.getConnection(plain, "shop_db", "secret-application"))
                .isInstanceOf(SQLException.class);
        try (Connection connection = database.connect("orders-0")) {
            assertThat(connection.isValid(5)).isTrue();
        }
        assertThat(database.root("orders-1", "SELECT @@group_replication_ssl_mode, @@ssl_ca"))
                .containsExactly("VERIFY_IDENTITY\t/tls/ca.crt");
        assertThat(database.cluster().endpoints("orders-external-1")).containsExactly("orders-1");
        database.tell("with certificates from a Secret, names checked; a client without TLS is refused");
    }

    private static void showFigures(Database database) {
        for (Pod pod : database.cluster().pods()) {
            database.cluster().await("figures of " + pod.name(), Database.SERVING, () -> pod.metrics(9104)
                    .contains("\nmysql_up 1\n"));
            assertThat(pod.metrics(9104).lines())
                    .filteredOn(line -> line.startsWith("mysql_perf_schema_replication_group_member_info{"))
                    .hasSize(3)
                    .allMatch(line -> line.contains("member_state=\"ONLINE\""));
        }
        database.tell("the exporters show figures of all three members of the group");
    }

    private static void backUp(Database database) {
        Commands.Result backup = database.backUp();
        assertThat(backup.exit()).as(backup.output()).isZero();
        assertThat(database.backups()).hasSize(1);
        database.tell("backed up over TLS, the name of the Service checked: " + database.backups());
    }
}
