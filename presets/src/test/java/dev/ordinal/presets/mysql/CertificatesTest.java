package dev.ordinal.presets.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.change.Step;
import dev.ordinal.presets.server.Certificates;
import dev.ordinal.presets.server.Pod;
import dev.ordinal.presets.server.RealServers;
import dev.ordinal.presets.server.Typist;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What is renewed in the Secret of the certificate, while the members run. */
@RealServers
class CertificatesTest {
    private static final Duration SEEN = Duration.ofSeconds(30);
    private static final MySqlCluster GROUP = Database.NEW.tls("orders-tls");
    private static final MySqlCluster PAIR = GROUP.topology(MySqlTopology.asynchronous(2, 0));

    private final Certificates first = new Certificates(GROUP.certificateNames().toArray(String[]::new));
    private final Certificates next = new Certificates(GROUP.certificateNames().toArray(String[]::new));
    private final Secret before = first.secret("shop", "orders-tls");
    private final Secret after = next.secret("shop", "orders-tls");

    @Test
    void a_group_changes_its_authority_by_the_run_book_under_a_writer_and_members_join_those_that_were_not_restarted()
            throws IOException {
        try (Database database = Database.formed(GROUP.app().with(before));
                Typist typist = database.typist(GROUP)) {
            assertThat(database.write("CREATE TABLE written (id INT PRIMARY KEY)"))
                    .isNotEmpty();
            List<Long> starts = starts(database);
            try (SteadyWriter writer = new SteadyWriter(database)) {
                List<Step> steps = Typist.steps(GROUP.runBook(), "Change the authority");
                Files.copy(Path.of(next.path("ca.crt")), typist.file("new-ca.crt"));
                Files.copy(Path.of(next.path("tls.crt")), typist.file("tls.crt"));
                Files.copy(Path.of(next.path("tls.key")), typist.file("tls.key"));
                typist.follow(steps.subList(0, 2), SEEN);
                assertThat(database.cluster().pods()).allMatch(pod -> shows(pod, next) && !shows(pod, first));
                assertThat(writer.longestPauseInSeconds()).isLessThan(5);
                assertThat(starts(database)).isEqualTo(starts);
                database.tell("all show the certificate of the new authority; longest pause %.1f s"
                        .formatted(writer.longestPauseInSeconds()));

                database.cluster().stop("orders-2");
                assertThat(typist.type(steps.get(1).check().orElseThrow()).ok()).isFalse();
                database.cluster().start("orders-2");
                database.awaitReady("orders-2");
                database.tell("orders-2 was restarted and is back: " + database.states());

                typist.follow(steps.subList(2, 3), SEEN);
                database.cluster().stop("orders-0");
                database.cluster().loseDisk("orders-0");
                database.cluster().start("orders-0");
                database.awaitReady("orders-0");
                assertThat(database.cluster().pod("orders-0").log("mysql")).contains("and copies their data");
                assertThat(starts(database).get(1)).isEqualTo(starts.get(1));
                database.tell("orders-0 lost its disk and has copied the data, with the new authority alone: "
                        + database.states());

                assertThat(typist.follow(GROUP.runBook(), "Renew the certificate", SEEN))
                        .contains("serial=", "orders-1: shows new connections the renewed certificate: serial=");
                List<String> acknowledged = writer.acknowledged();
                assertThat(acknowledged).hasSizeGreaterThan(100);
                database.cluster().pods().forEach(pod -> database.awaitKnows(pod.name(), acknowledged));
            }
        }
    }

    @Test
    void
            files_that_cannot_be_used_leave_the_old_certificate_in_use_and_good_ones_heal_a_replica_that_was_started_with_them() {
        try (Database database = Database.formed(PAIR.app().with(before))) {
            List<Long> starts = starts(database);
            String half = file(after, "tls.crt").substring(0, 500);
            staysWithTheFirst(database, with(before, "tls.crt", half), "Could not");
            staysWithTheFirst(database, with(after, "ca.crt", file(before, "ca.crt")), "unable to get local issuer");
            staysWithTheFirst(database, with(before, "tls.key", file(after, "tls.key")), "Unable to get private key");

            assertThat(starts(database)).isEqualTo(starts);

            database.cluster().kill("orders-1");
            assertThat(database.write("CREATE TABLE written (id INT PRIMARY KEY)"))
                    .isNotEmpty();
            assertThat(database.write("INSERT INTO written VALUES (1)")).isNotEmpty();
            database.cluster().start("orders-1");
            database.cluster().await("orders-1 alive", Database.SERVING, () -> database.lives("orders-1"));
            assertThat(database.cluster().pod("orders-1").ready()).isFalse();
            database.tell("started with a key that is not its own, the replica is alive and waits");

            put(database, with(after, "ca.crt", file(before, "ca.crt") + file(after, "ca.crt")));
            database.cluster().await("the new certificate", SEEN, () -> database.cluster().pods().stream()
                    .allMatch(pod -> shows(pod, next)));
            database.awaitReady();
            database.awaitKnows("orders-1", List.of("1"));
            assertThat(starts(database)).isEqualTo(List.of(starts.get(0), starts.get(1) + 1));
            database.tell("both show the good one, and the replica follows the primary, which was not restarted");
        }
    }

    private void staysWithTheFirst(Database database, Secret wrong, String why) {
        put(database, wrong);
        for (Pod pod : database.cluster().pods()) {
            database.cluster().await(pod.name() + ": " + why, SEEN, () -> pod.log("mysql")
                    .lines()
                    .anyMatch(line -> line.startsWith(pod.name() + ": goes on with the certificate that it has")
                            && line.contains(why)));
            assertThat(shows(pod, first)).isTrue();
        }
        database.tell("the old certificate stays in use: " + why);
    }

    private static void put(Database database, Secret secret) {
        database.apply(PAIR.app().with(secret));
        database.cluster().refresh();
    }

    /** Whether a client that trusts only that authority gets in. */
    private static boolean shows(Pod pod, Certificates authority) {
        String url = "jdbc:mysql://" + pod.address() + ":3306/?sslMode=VERIFY_CA&fallbackToSystemTrustStore=false"
                + "&trustCertificateKeyStoreType=PKCS12&trustCertificateKeyStorePassword=changeit"
                + "&trustCertificateKeyStoreUrl=file:" + authority.path("store.p12");
        try (Connection connection = DriverManager.getConnection(url, "shop_db", "secret-application")) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    /** How often each server has been started. */
    private static List<Long> starts(Database database) {
        return database.cluster().pods().stream()
                .map(pod -> pod.log("mysql")
                        .lines()
                        .filter(line -> line.contains("mysqld: ready for connections."))
                        .count())
                .toList();
    }

    private static Secret with(Secret secret, String key, String text) {
        return new SecretBuilder(secret).addToStringData(Map.of(key, text)).build();
    }

    private static String file(Secret secret, String key) {
        return Objects.requireNonNull(secret.getStringData().get(key), key);
    }
}
