package dev.ordinal.presets.mysql;

import static dev.ordinal.dsl.Size.gib;
import static dev.ordinal.dsl.Size.mib;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.change.Step;
import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.presets.part.Backup;
import dev.ordinal.presets.server.Certificates;
import dev.ordinal.presets.server.Commands;
import dev.ordinal.presets.server.RealServers;
import dev.ordinal.presets.server.Typist;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What was lost by mistake comes back by the run book, under a writer. */
@RealServers
class PointInTimeTest {
    private static final MySqlCluster GROUP = Database.NEW.backup(Backup.to("dumps"));
    private static final MySqlCluster THEN = MySqlCluster.named("orders-then")
            .storage(gib(1))
            .namespace("shop")
            .topology(MySqlTopology.standalone())
            .resources(mib(1024))
            .passwords("orders-passwords")
            .setting("event_scheduler", "OFF")
            .setting("innodb_redo_log_capacity", "64M");
    private static final String CHAPTER = "Go back to a point in time";

    @Test
    void a_dropped_table_and_deleted_rows_come_back_and_what_was_written_since_stays() {
        try (Database database = Database.formed(GROUP);
                Typist typist = database.typist(GROUP)) {
            typist.manifest("orders-then.yaml", Manifest.of(THEN).graph());
            prepare(database);
            try (SteadyWriter writer = new SteadyWriter(database)) {
                awaitMore(database, writer);
                Commands.Result backup = database.backUp();
                assertThat(backup.ok()).as(backup.output()).isTrue();
                database.tell("backed up after %d writes; longest pause %.1f s"
                        .formatted(writer.count(), writer.longestPauseInSeconds()));
                changeAccounts(database);
                assertThat(database.write("CREATE EVENT tock ON SCHEDULE EVERY 1 DAY DO SET @nothing = 1"))
                        .isNotEmpty();
                forget(database, "orders-1");
                assertThat(database.write("INSERT INTO precious VALUES (2)")).isNotEmpty();
                awaitMore(database, writer);

                List<String> before = writer.soFar();
                assertThat(database.write("DROP TABLE precious")).isNotEmpty();
                int last = number(writer.soFar()) + 1;
                awaitMore(database, writer);
                assertThat(database.write("DELETE FROM written WHERE id <= 20")).isNotEmpty();
                awaitMore(database, writer);
                database.tell("a table is dropped after %d writes, and rows are deleted".formatted(before.size()));

                List<Step> steps = Typist.steps(GROUP.runBook(), CHAPTER);
                find(database, typist, steps.get(0));
                goBack(database, typist, steps);
                isAsBefore(database, before, last);

                typist.fill("<database>", "shop_db").fill("<table>", "precious");
                typist.follow(steps.subList(7, 9), Database.SERVING);
                typist.fill("<table>", "written");
                typist.follow(steps.subList(9, 12), Database.SERVING);
                List<String> acknowledged = writer.acknowledged();
                database.cluster().pods().forEach(pod -> database.awaitKnows(pod.name(), acknowledged));
                assertThat(database.write("SELECT id FROM precious")).containsExactly("1", "2");
                assertThat(database.cluster().hasClaim("data-orders-then-0")).isFalse();
                assertThat(database.cluster().memberNames()).hasSize(3);
                database.tell("table and rows are back with all %d acknowledged writes; longest pause %.1f s"
                        .formatted(acknowledged.size(), writer.longestPauseInSeconds()));
            }
        }
    }

    @Test
    void one_server_goes_back_over_tls() {
        MySqlCluster alone = GROUP.topology(MySqlTopology.standalone())
                .tls("orders-tls")
                .setting("binlog_rows_query_log_events", "ON");
        Certificates certificates = new Certificates(alone.certificateNames().toArray(String[]::new));
        try (Database database = Database.formed(alone.app().with(certificates.secret("shop", "orders-tls")));
                Typist typist = database.typist(alone)) {
            typist.manifest(
                    "orders-then.yaml", Manifest.of(THEN.tls("orders-tls")).graph());
            for (String statement :
                    List.of("CREATE TABLE precious (id INT PRIMARY KEY)", "INSERT INTO precious VALUES (1)")) {
                assertThat(database.write(statement)).as(statement).isNotEmpty();
            }
            assertThat(database.backUp().ok()).isTrue();
            assertThat(database.write("INSERT INTO precious VALUES (2)")).isNotEmpty();
            assertThat(database.write("UPDATE precious SET id = id + 7")).isNotEmpty();
            typist.fill("<pattern>", "update precious");
            List<Step> steps = Typist.steps(alone.runBook(), CHAPTER);
            String changed = typist.type(steps.get(0).commands().get(0)).output();
            assertThat(changed).endsWith("  # UPDATE precious SET id = id + 7, Update_rows shop_db.precious\n");
            typist.fill("<mistake>", changed.split(" +", -1)[1]).fill("<source>", "orders-0");
            typist.fill("<archive>", database.backups().get(0));
            typist.follow(steps.subList(0, 7), Database.SERVING);
            assertThat(database.root("orders-then-0", "SELECT id FROM shop_db.precious"))
                    .containsExactly("1", "2");
            database.tell("one server, over TLS with its name checked: the second server has the rows as they were");
        }
    }

    /** An account of one's own is in no dump; what an event does is replicated, and must not be done a second time. */
    private static void prepare(Database database) {
        for (String statement : List.of(
                "CREATE TABLE written (id INT PRIMARY KEY)",
                "CREATE TABLE precious (id INT PRIMARY KEY)",
                "INSERT INTO precious VALUES (1)",
                "CREATE TABLE ticks (id INT AUTO_INCREMENT PRIMARY KEY)",
                "CREATE EVENT tick ON SCHEDULE EVERY 1 SECOND DO INSERT INTO ticks VALUES ()")) {
            assertThat(database.write(statement)).as(statement).isNotEmpty();
        }
        database.cluster().await("a tick", Database.SERVING, () -> !database.write("SELECT id FROM ticks")
                .isEmpty());
        database.root(database.writer(), "CREATE USER 'own'@'%' IDENTIFIED BY 'one'; CREATE ROLE 'reader'");
    }

    private static void changeAccounts(Database database) {
        String statements =
                """
                ALTER USER 'own'@'%' IDENTIFIED BY 'two';
                GRANT SELECT ON shop_db.* TO 'own'@'%', 'reader';
                GRANT 'reader' TO 'own'@'%';
                SET DEFAULT ROLE 'reader' TO 'own'@'%';
                REVOKE SELECT ON shop_db.* FROM 'own'@'%';
                ALTER USER 'root'@'localhost' IDENTIFIED BY 'another' RETAIN CURRENT PASSWORD;
                ALTER USER 'root'@'localhost' DISCARD OLD PASSWORD;
                ALTER USER 'root'@'localhost' IDENTIFIED BY 'secret-root';
                DROP USER 'own'@'%';
                SELECT 'done';""";
        assertThat(database.root(database.writer(), statements)).containsExactly("done");
    }

    /** As a member that has copied the data of another lately, it has no logs from before. */
    private static void forget(Database database, String member) {
        database.root(member, "FLUSH BINARY LOGS");
        List<String> logs = database.root(member, "SHOW BINARY LOGS");
        String last = logs.get(logs.size() - 1).split("\t", -1)[0];
        database.root(member, "PURGE BINARY LOGS TO '" + last + "'");
        assertThat(database.root(member, "SHOW BINARY LOGS")).hasSize(1);
    }

    private static void find(Database database, Typist typist, Step step) {
        typist.fill("<pattern>", "delete_rows shop_db.written");
        String rows = typist.type(step.commands().get(0)).output();
        assertThat(rows.lines())
                .hasSize(1)
                .allMatch(
                        line -> line.matches(
                                "2\\d{3}-\\d\\d-\\d\\dT[0-9:]{8}Z  [0-9a-f-]{36}:\\d+  \\d+ bytes  Delete_rows shop_db\\.written"));
        typist.fill("<pattern>", "drop table");
        String dropped = typist.type(step.commands().get(0)).output();
        assertThat(dropped.lines()).hasSize(1).allMatch(line -> line.contains("DROP TABLE `precious`"));
        database.tell("found: " + dropped.strip());
        typist.fill("<mistake>", dropped.split(" +", -1)[1]);
    }

    private static void goBack(Database database, Typist typist, List<Step> steps) {
        typist.fill("<archive>", database.backups().get(0)).fill("<source>", "orders-1");
        typist.follow(steps.subList(0, 3), Database.SERVING);
        Step reached = steps.get(3);
        reached.commands()
                .forEach(command -> database.tell(
                        typist.type(command).output().replace('\n', ' ').strip()));
        assertThat(typist.type(reached.check().orElseThrow()).ok())
                .as("orders-1 has the logs")
                .isFalse();
        typist.fill("<source>", "orders-2");
        typist.follow(steps.subList(3, 7), Database.SERVING);
        database.tell("the second server has followed up to the mistake");
        database.cluster().stop("orders-then-0");
        database.cluster().start("orders-then-0");
        database.awaitReady("orders-then-0");
    }

    private static void isAsBefore(Database database, List<String> before, int last) {
        assertThat(database.root("orders-then-0", "SELECT id FROM shop_db.precious"))
                .containsExactly("1", "2");
        List<String> there = database.root("orders-then-0", "SELECT id FROM shop_db.written");
        assertThat(there).containsAll(before);
        assertThat(number(there)).isLessThanOrEqualTo(last);
        assertThat(database.root(
                        "orders-then-0", "SELECT status FROM information_schema.events WHERE event_name = 'tock'"))
                .containsExactly("REPLICA_SIDE_DISABLED");
        Set<String> ticks = new TreeSet<>(database.root("orders-then-0", "SELECT id FROM shop_db.ticks"));
        assertThat(ticks).isNotEmpty().isSubsetOf(database.write("SELECT id FROM ticks"));
        database.tell(
                "it has all %d writes before the mistake, %d in all, and none after it, also when it was restarted"
                        .formatted(before.size(), there.size()));
    }

    private static int number(List<String> rows) {
        return rows.stream()
                .collect(Collectors.summarizingInt(Integer::parseInt))
                .getMax();
    }

    private static void awaitMore(Database database, SteadyWriter writer) {
        int before = writer.count();
        database.cluster().await("more writes", Database.SERVING, () -> writer.count() > before + 30);
    }
}
