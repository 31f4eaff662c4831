package dev.ordinal.presets.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.change.Step;
import dev.ordinal.dsl.StatefulApp;
import dev.ordinal.presets.part.Metrics;
import dev.ordinal.presets.server.Certificates;
import dev.ordinal.presets.server.Pod;
import dev.ordinal.presets.server.RealServers;
import dev.ordinal.presets.server.Typist;
import io.fabric8.kubernetes.api.model.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The Secret of a running set gets other certificates, up to those of another authority: members, clients and the exporter go
 * on, and nothing restarts. Stand-ins only, whose TLS is that of Node.js.
 */
@RealServers
class ReplicaSetRenewsCertificatesTest {
    private static final MongoReplicaSet SET =
            Replicas.NEW.tls("mongo-tls").metrics(Metrics.shown()).sealed();
    private static final String[] NAMES = SET.certificateNames().toArray(String[]::new);
    private static final Certificates OLD = new Certificates(NAMES);
    private static final Certificates NEW = new Certificates(NAMES);
    private static final Certificates ELSEWHERE = new Certificates("*.elsewhere.example.com");
    private static final String OLD_CA = text(OLD, "ca.crt");
    private static final String NEW_CA = text(NEW, "ca.crt");

    private Secret now = secret(OLD, OLD, OLD_CA);

    @Test
    void certificates_and_their_authority_change_under_a_writer_and_what_does_not_fit_is_left_alone()
            throws IOException {
        MongoReplicaSet first = SET.sealed(false);
        try (Replicas replicas = Replicas.formed(first, Replicas.of(first, this::secured))) {
            replicas.apply(SET);
            List<String> processes = processes(replicas);
            try (SteadyWriter writer = new SteadyWriter(replicas)) {
                leaveAloneWhatDoesNotFit(replicas);
                putBackWhatTheServerRefuses(replicas);
                changeTheAuthorityByTheRunBook(replicas);
                List<Integer> acknowledged = writer.acknowledged();
                assertThat(acknowledged).hasSizeGreaterThan(20);
                for (Pod pod : replicas.cluster().pods()) {
                    replicas.await("replicated", () -> replicas.read(pod.name()).containsAll(acknowledged));
                }
                replicas.tell("%d acknowledged writes, none lost".formatted(acknowledged.size()));
            }
            assertThat(processes(replicas)).isEqualTo(processes);
            goOnWhereTheAgentEnded(replicas);
            changeAllAtOnce(replicas);
            joinAgain(replicas);
        }
    }

    private void leaveAloneWhatDoesNotFit(Replicas replicas) {
        refused(replicas, secret(NEW, OLD, OLD_CA), "tls.key is not the key of tls.crt");
        refused(replicas, secret(NEW, NEW, OLD_CA), "tls.crt is not of an authority in ca.crt");
        refused(replicas, secret(ELSEWHERE, ELSEWHERE, text(ELSEWHERE, "ca.crt")), "tls.crt is not good for mongo-");
        refused(replicas, secret(OLD, OLD, OLD_CA + NEW_CA.substring(0, 300)), "ca.crt cannot be read as certificates");
        refused(replicas, secret(OLD, OLD, ""), "the Secret of the certificates has no key ca.crt");
        replicas.cluster().pods().forEach(pod -> assertThat(replicas.calls(pod.name(), "rotateCertificates"))
                .isZero());
        replicas.tell("neither half a Secret nor one that does not fit is taken up");
    }

    private void putBackWhatTheServerRefuses(Replicas replicas) {
        for (Pod pod : replicas.cluster().pods()) {
            pod.exec("sh", "-c", "echo 'InvalidSSLConfiguration: not this one' > /data/db/fault-rotateCertificates");
        }
        refused(replicas, secret(OLD, OLD, NEW_CA + OLD_CA), "not this one");
        for (Pod pod : replicas.cluster().pods()) {
            assertThat(pod.exec("ls", "/keys")).isEqualTo("ca.pem\nkeyfile\nmember.pem\n");
            assertThat(pod.exec("cat", "/keys/member.pem", "/keys/ca.pem"))
                    .isEqualTo(text(OLD, "tls.key") + "\n" + text(OLD, "tls.crt") + OLD_CA);
        }
        assertThat(asMonitor(replicas, "{rotateCertificates: 1}")).contains("not authorized");
        replicas.tell("what the server refuses is put back for its next start");
    }

    private void refused(Replicas replicas, Secret given, String why) {
        give(replicas, given);
        awaitLine(replicas, "keeps its certificate: " + why);
        replicas.cluster().pods().forEach(pod -> assertThat(Handshake.with(pod, OLD))
                .contains(serial(OLD)));
    }

    /** As far as the page goes: certificates are made by others. */
    private void changeTheAuthorityByTheRunBook(Replicas replicas) throws IOException {
        give(replicas, secret(OLD, OLD, OLD_CA));
        try (Typist typist = new Typist(replicas.cluster())) {
            List<Step> page = Typist.steps(SET.runBook(), "Renew certificates");
            Files.writeString(typist.file("new.crt"), NEW_CA);
            look(typist, page, OLD);
            typist.follow(page.subList(2, 3), Duration.ofSeconds(30));
            awaitLine(replicas, "took up the certificate " + serial(OLD) + ", good until ", ", and authorities: 2");
            replicas.tell("both authorities are known");

            give(replicas, secret(NEW, NEW, typist.secret("mongo-tls", "ca.crt")));
            awaitLine(replicas, "took up the certificate " + serial(NEW));
            look(typist, page, NEW);
            replicas.tell("all members show certificates of the new authority");

            typist.follow(page.subList(4, 5), Duration.ofSeconds(30));
        }
        for (Pod pod : replicas.cluster().pods()) {
            assertThat(Handshake.with(pod, NEW)).contains(serial(NEW));
            assertThat(Handshake.with(pod, OLD)).isEmpty();
            assertThat(pod.exec("stat", "-c", "%a %u", "/keys/member.pem")).isEqualTo("400 999\n");
            replicas.await("figures", () -> pod.metrics(9216).equals("mongodb_rs_members 3\nmongodb_up 1\n"));
        }
        replicas.tell("the old authority is known no more");
    }

    /** What the Secret has, and what each member shows. */
    private static void look(Typist typist, List<Step> page, Certificates wanted) {
        assertThat(typist.follow(page.subList(0, 1), Duration.ZERO).lines())
                .filteredOn(line -> line.contains("serial="))
                .hasSize(4)
                .allMatch(line -> line.contains("serial=" + serial(wanted)));
    }

    /** As if it had been ended before the server was told of the new files. */
    private static void goOnWhereTheAgentEnded(Replicas replicas) {
        Pod pod = replicas.cluster().pod("mongo-0");
        long calls = replicas.calls("mongo-0", "rotateCertificates");
        String before = text(OLD, "tls.key") + text(OLD, "tls.crt");
        pod.execIn("agent", "sh", "-c", "printf '%s' '" + before + "' > /keys/member.pem.old; kill 1");
        replicas.await("told anew", () -> replicas.calls("mongo-0", "rotateCertificates") > calls);
        replicas.await("tidy", () -> pod.exec("ls", "/keys").equals("ca.pem\nkeyfile\nmember.pem\n"));
        assertThat(Handshake.with(pod, NEW)).contains(serial(NEW));
        replicas.tell("an agent that ended in between begins again");
    }

    /** Back again, without the time in which both authorities are known. */
    private void changeAllAtOnce(Replicas replicas) {
        give(replicas, secret(OLD, OLD, OLD_CA));
        replicas.await("the old ones", () -> replicas.cluster().pods().stream()
                .allMatch(pod -> Handshake.with(pod, OLD).isPresent()));
        replicas.await("a primary", () -> !replicas.primary().isEmpty());
        replicas.write(100_001);
        replicas.tell("certificates and authority have changed at once");
    }

    private static void joinAgain(Replicas replicas) {
        replicas.cluster().kill("mongo-2");
        replicas.cluster().loseDisk("mongo-2");
        replicas.cluster().start("mongo-2");
        replicas.awaitReady("mongo-2");
        replicas.await("copied", () -> replicas.read("mongo-2").equals(replicas.read(replicas.primary())));
        assertThat(Handshake.with(replicas.cluster().pod("mongo-2"), OLD)).contains(serial(OLD));
        replicas.tell("a member that lost its disk has joined again");
    }

    private StatefulApp secured(StatefulApp app) {
        return Replicas.hurried(app).with(now);
    }

    private void give(Replicas replicas, Secret given) {
        now = given;
        replicas.apply(SET);
    }

    private static void awaitLine(Replicas replicas, String... parts) {
        replicas.await(String.join("…", parts), () -> replicas.cluster().pods().stream()
                .allMatch(pod -> replicas.agentLog(pod.name()).lines().anyMatch(line -> Arrays.stream(parts)
                        .allMatch(line::contains))));
    }

    private static String asMonitor(Replicas replicas, String command) {
        String script = "connect(\"mongodb://monitor:\" + encodeURIComponent(require(\"fs\")"
                + ".readFileSync(\"/auth/monitor-password\", \"utf8\")) + \"@localhost:27017/admin?tls=true"
                + "&tlsCAFile=/keys/ca.pem&tlsAllowInvalidHostnames=true\").adminCommand(" + command + ")";
        return replicas.cluster().pod("mongo-0").execIn("agent", "mongosh", "--nodb", "--quiet", "--eval", script);
    }

    /** When the first process of each container began. */
    private static List<String> processes(Replicas replicas) {
        return replicas.cluster().pods().stream()
                .flatMap(pod -> Stream.of("mongod", "agent", "exporter")
                        .map(container -> pod.name() + " " + container + " "
                                + pod.execIn(container, "cut", "-d", " ", "-f", "22", "/proc/1/stat")))
                .toList();
    }

    private static Secret secret(Certificates key, Certificates certificate, String authority) {
        Secret secret = certificate.secret("test", "mongo-tls");
        secret.getStringData().put("tls.key", text(key, "tls.key"));
        secret.getStringData().put("ca.crt", authority);
        return secret;
    }

    private static String serial(Certificates certificates) {
        return Handshake.serial(text(certificates, "tls.crt"));
    }

    private static String text(Certificates certificates, String file) {
        try {
            return Files.readString(Path.of(certificates.path(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
