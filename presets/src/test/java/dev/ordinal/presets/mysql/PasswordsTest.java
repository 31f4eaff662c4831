package dev.ordinal.presets.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.change.Step;
import dev.ordinal.presets.part.Backup;
import dev.ordinal.presets.part.Metrics;
import dev.ordinal.presets.server.Commands;
import dev.ordinal.presets.server.Pod;
import dev.ordinal.presets.server.RealServers;
import dev.ordinal.presets.server.Typist;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All passwords are changed as the run book says, under a writer. */
@RealServers
class PasswordsTest {
    private static final MySqlCluster GROUP =
            Database.NEW.metrics(Metrics.shown()).backup(Backup.to("dumps"));
    private static final MySqlCluster ASYNCHRONOUS = Database.NEW.topology(MySqlTopology.asynchronous(3, 0));
    private static final String CHAPTER = "Change the passwords";

    /** An account, the Secret's key of its password, and the way in. */
    private record Login(String user, String key, String way) {
        boolean letsIn(Pod pod, Map<String, String> passwords) {
            List<String> words = new ArrayList<>(List.of("mysql", "--no-defaults", "--user=" + user));
            words.add("--password=" + passwords.get(key));
            words.addAll(List.of(way.replace("<address>", pod.address()).split(" ", -1)));
            words.addAll(List.of("-e", "DO 1"));
            return pod.exec(Duration.ofSeconds(20), words).ok();
        }
    }

    private static final String SOCKET = "--socket=/var/run/mysqld/mysqld.sock";
    private static final String NETWORK = "--host=<address> --ssl-mode=REQUIRED";
    private static final List<Login> REPLICATED = List.of(
            new Login("root", "root", SOCKET),
            new Login("ordinal", "replication", "--host=127.0.0.1 --port=33062"),
            new Login("replication", "replication", NETWORK),
            new Login("shop_db", "application", NETWORK));
    private static final List<Login> ALL = Stream.concat(
                    REPLICATED.stream(),
                    Stream.of(new Login("metrics", "metrics", SOCKET), new Login("backup", "backup", NETWORK)))
            .toList();

    @Test
    void a_group_changes_all_passwords_under_a_writer_and_only_the_old_ones_are_turned_away() {
        try (Database database = Database.formed(GROUP);
                Typist typist = database.typist(GROUP)) {
            database.apply(GROUP.sealed());
            assertThat(database.write("CREATE TABLE written (id INT PRIMARY KEY)"))
                    .isNotEmpty();
            Map<String, String> old = passwords(database, ALL);
            List<Step> steps = Typist.steps(GROUP.runBook(), CHAPTER);
            try (SteadyWriter writer = new SteadyWriter(database);
                    Attendance attendance = new Attendance(database)) {
                typist.follow(steps.subList(0, 3), Database.SERVING);
                Map<String, String> changed = passwords(database, ALL);
                lets(database, ALL, changed, true);
                lets(database, ALL, old, true);
                notTwice(typist, steps);
                database.tell("old and new passwords are right, and the Secret has the new ones: longest pause %.1f s"
                        .formatted(writer.longestPauseInSeconds()));
                inTheMiddle(database);

                typist.follow(steps.subList(3, 4), Database.SERVING);
                lets(database, ALL, changed, true);
                lets(database, ALL, old, true);
                database.tell("all were restarted: %s, longest pause %.1f s"
                        .formatted(database.states(), writer.longestPauseInSeconds()));

                typist.follow(steps.subList(4, 6), Database.SERVING);
                lets(database, ALL, changed, true);
                lets(database, ALL, old, false);
                assertThat(attendance.fewest()).isEqualTo(2);
                database.tell(
                        "the old ones are refused; %d members were there at any time".formatted(attendance.fewest()));

                afterwards(database);
                List<String> acknowledged = writer.acknowledged();
                assertThat(acknowledged).hasSizeGreaterThan(100);
                database.cluster().pods().forEach(pod -> database.awaitKnows(pod.name(), acknowledged));
                database.tell("all members know all %d acknowledged writes; longest pause %.1f s"
                        .formatted(acknowledged.size(), writer.longestPauseInSeconds()));
                assertThat(writer.longestPauseInSeconds())
                        .as("no primary was killed")
                        .isLessThan(10);
                nowhereInClear(database, changed);
            }
        }
    }

    @Test
    void replicas_follow_their_primary_with_the_new_password() {
        try (Database database = Database.formed(ASYNCHRONOUS);
                Typist typist = database.typist(ASYNCHRONOUS)) {
            database.apply(ASYNCHRONOUS.sealed());
            assertThat(database.write("CREATE TABLE written (id INT PRIMARY KEY)"))
                    .isNotEmpty();
            Map<String, String> old = passwords(database, REPLICATED);
            List<Step> steps = Typist.steps(ASYNCHRONOUS.runBook(), CHAPTER);
            try (SteadyWriter writer = new SteadyWriter(database)) {
                typist.follow(steps.subList(0, 3), Database.SERVING);
                database.cluster().kill("orders-1", "orders-2");
                database.cluster().loseDisk("orders-2");
                database.cluster().start("orders-1", "orders-2");
                database.awaitReady("orders-1", "orders-2");
                database.tell("in the middle of it two replicas were killed and are back, one with an empty disk");

                typist.follow(steps.subList(3, 6), Database.SERVING);
                Map<String, String> changed = passwords(database, REPLICATED);
                lets(database, REPLICATED, changed, true);
                lets(database, REPLICATED, old, false);
                database.tell(
                        "the old ones are refused; longest pause %.1f s".formatted(writer.longestPauseInSeconds()));

                // One, if the primary had its accounts before this one came to it for the first time.
                long copiesBefore = copies(database, "orders-1");
                database.cluster().stop("orders-0");
                database.cluster().start("orders-0");
                database.cluster().kill("orders-1");
                database.cluster().loseDisk("orders-1");
                database.cluster().start("orders-1");
                database.awaitReady();
                assertThat(copies(database, "orders-1") - copiesBefore).isEqualTo(1);
                List<String> acknowledged = writer.acknowledged();
                assertThat(acknowledged).hasSizeGreaterThan(100);
                database.cluster().pods().forEach(pod -> database.awaitKnows(pod.name(), acknowledged));
                database.tell(
                        "replicas found the restarted primary again, one by a copy; all know all %d acknowledged writes"
                                .formatted(acknowledged.size()));
            }
        }
    }

    @Test
    void one_server_takes_the_new_ones_with_figures_and_a_backup() {
        MySqlCluster alone = GROUP.topology(MySqlTopology.standalone());
        try (Database database = Database.formed(alone);
                Typist typist = database.typist(alone)) {
            Map<String, String> old = passwords(database, ALL);
            typist.follow(alone.runBook(), CHAPTER, Database.SERVING);
            Map<String, String> changed = passwords(database, ALL);
            lets(database, ALL, changed, true);
            lets(database, ALL, old, false);
            assertThat(database.write("SELECT 1")).containsExactly("1");
            showFigures(database);
            backUp(database);
            nowhereInClear(database, changed);
            database.tell("the old ones are refused, the exporter shows figures, and the backup is made");
        }
    }

    /** Who types a step again changes nothing. */
    private static void notTwice(Typist typist, List<Step> steps) {
        steps.subList(0, 2).stream()
                .flatMap(step -> step.commands().stream())
                .forEach(command ->
                        assertThat(typist.type(command).ok()).as(command).isFalse());
    }

    /** The database and the Secret have the new ones, and no member was restarted yet. */
    private static void inTheMiddle(Database database) {
        database.cluster().kill("orders-2");
        database.cluster().loseDisk("orders-2");
        database.cluster().start("orders-2");
        database.awaitReady("orders-2");
        database.tell("in the middle of it orders-2 lost its disk and has copied the data: " + database.states());
        backUp(database);
    }

    private static void afterwards(Database database) {
        database.cluster().kill("orders-0");
        database.cluster().loseDisk("orders-0");
        database.cluster().start("orders-0");
        database.awaitReady("orders-0");
        assertThat(database.cluster().pod("orders-0").log("mysql")).contains("and copies their data");
        database.tell("orders-0 lost its disk and has copied the data: " + database.states());

        showFigures(database);
        backUp(database);
        database.tell("the exporters show figures, and the backup is made");
    }

    private static void showFigures(Database database) {
        database.cluster().pods().forEach(pod -> database.cluster()
                .await("figures of " + pod.name(), Database.SERVING, () -> pod.metrics(9104)
                        .contains("\nmysql_up 1\n")));
    }

    private static void backUp(Database database) {
        Commands.Result backup = database.backUp();
        assertThat(backup.ok()).as(backup.output()).isTrue();
    }

    /** Neither in what members say, nor in binary and relay logs, nor in tables. */
    private static void nowhereInClear(Database database, Map<String, String> passwords) {
        for (Pod pod : database.cluster().pods()) {
            assertThat(pod.log("mysql")).doesNotContain(passwords.values());
            Path disk = database.cluster().claim("data", pod.name());
            try (Stream<Path> files = Files.walk(disk)) {
                files.filter(Files::isRegularFile)
                        .filter(file -> file.getFileName().toString().matches("(binlog|.*relay).*|.*\\.ibd"))
                        .forEach(file -> assertThat(text(file))
                                .as("a password in %s", file)
                                .doesNotContain(passwords.values()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Of a key with two, the one that is to be used. */
    private static Map<String, String> passwords(Database database, List<Login> logins) {
        return logins.stream().map(Login::key).distinct().collect(Collectors.toMap(key -> key, key -> database.password(
                        key)
                .lines()
                .findFirst()
                .orElseThrow()));
    }

    private static void lets(Database database, List<Login> logins, Map<String, String> passwords, boolean in) {
        for (Pod pod : database.cluster().pods()) {
            for (Login login : logins) {
                assertThat(login.letsIn(pod, passwords))
                        .as("%s lets in %s with %s", pod.name(), login.user(), passwords.get(login.key()))
                        .isEqualTo(in);
            }
        }
    }

    /** By the words of all its pods until now. */
    private static long copies(Database database, String member) {
        return database.cluster()
                .pod(member)
                .log("mysql")
                .lines()
                .filter(line -> line.startsWith(member + ": copies the data of "))
                .count();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Counts, as long as it is open, how many members are ready at once. */
    private static final class Attendance implements AutoCloseable {
        private final Thread thread;
        private volatile int fewest = Integer.MAX_VALUE;
        private volatile boolean ending;

        Attendance(Database database) {
            this.thread = new Thread(() -> count(database), "attendance");
            thread.setDaemon(true);
            thread.start();
        }

        int fewest() {
            return fewest;
        }

        private void count(Database database) {
            while (!ending) {
                fewest = Math.min(
                        fewest, database.cluster().endpoints("orders-read").size());
                try {
                    Thread.sleep(50);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }

        @Override
        public void close() {
            ending = true;
        }
    }
}
