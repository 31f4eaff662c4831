package dev.ordinal.presets.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.change.Step;
import dev.ordinal.core.manifest.Renderable;
import dev.ordinal.presets.server.Certificates;
import dev.ordinal.presets.server.Pod;
import dev.ordinal.presets.server.RealServers;
import dev.ordinal.presets.server.Typist;
import io.fabric8.kubernetes.api.model.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.Watcher;
import org.apache.zookeeper.client.ZKClientConfig;
import org.junit.jupiter.api.Test;

/** Certificates that change under running members. */
@RealServers
class EnsembleRenewsTest {
    private static final String[] NAMES = Tls.SECURE.certificateNames().toArray(String[]::new);
    private static final Certificates OLD = Certificates.of("old", NAMES);
    private static final Certificates RENEWED = Certificates.of("new", NAMES);
    private static final Duration TAKEN_UP = Duration.ofSeconds(60);

    @Test
    void a_renewed_certificate_and_another_authority_are_taken_up_without_a_restart() throws Exception {
        try (Ensemble ensemble = Ensemble.formed(with(secret(OLD)), Tls.PASSWORDS);
                Typist typist = new Typist(ensemble.cluster())) {
            String follower = followers(ensemble).get(0);
            AtomicInteger losses = new AtomicInteger();
            try (Client steady = Client.of(address(follower), login(OLD))) {
                steady.keeper().register(event -> {
                    if (event.getState() == Watcher.Event.KeeperState.Disconnected) {
                        losses.incrementAndGet();
                    }
                });
                whatIsBrokenIsNotTakenUp(ensemble);
                theAuthorityChanges(ensemble, typist);
                assertThat(steady.keeper().getChildren("/", false)).contains("a", "b");
                // Before the client closes, whose own end may look like a loss.
                assertThat(losses).hasValue(0);
            }
            ensemble.tell("a client that was connected all the time has lost no connection");
            theOthersGoOnWithoutTheLeader(ensemble, typist);
        }
    }

    /** The server reads all its files when one of them is new, and would mix the old with the new. */
    @Test
    void files_that_are_all_new_are_taken_up_one_after_the_other() {
        try (Ensemble ensemble = Ensemble.formed(with(secret(OLD)), Tls.PASSWORDS)) {
            replace(ensemble, secret(RENEWED));
            for (Pod pod : ensemble.cluster().pods()) {
                ensemble.cluster().await(pod.name() + " has taken up both", TAKEN_UP, () -> pod.log("certificates")
                        .contains("taken up: "));
                assertThat(changed(pod, "member.pem") - changed(pod, "ca.pem")).isGreaterThanOrEqualTo(5);
            }
            assertShown(ensemble, RENEWED);
            ensemble.tell("certificate and authority are new together, and taken up one after the other");
        }
    }

    /** In seconds; of the name, not of what is in it. */
    private static long changed(Pod pod, String file) {
        return Long.parseLong(pod.execIn("certificates", "stat", "-c", "%Z", "/stores/" + file)
                .strip());
    }

    private static void whatIsBrokenIsNotTakenUp(Ensemble ensemble) throws Exception {
        assertShown(ensemble, OLD);
        String certificate = text(RENEWED, "tls.crt");
        assertRefused(ensemble, "tls.crt", certificate.substring(0, 500), "tls.crt cannot be read.");
        assertRefused(ensemble, "tls.crt", certificate, "tls.key is not the key of tls.crt.");
        assertRefused(
                ensemble,
                "ca.crt",
                text(RENEWED, "ca.crt"),
                "tls.crt is not good by ca.crt: unable to get local issuer certificate.");
        assertRefused(
                ensemble,
                "ca.crt",
                text(OLD, "ca.crt") + text(Certificates.of("old", NAMES), "ca.crt"),
                "ca.crt has two authorities with the name CN = old, and the server would know the last one only."
                        + " Give the new one another name.");
        Tls.write(address("zk-1"), login(OLD), "/a");
        ensemble.tell(
                "half a certificate, that of another key or authority, two authorities of one name: not taken up");
        replace(ensemble, secret(OLD));
    }

    private static void assertRefused(Ensemble ensemble, String key, String value, String why) {
        Secret broken = secret(OLD);
        broken.getStringData().put(key, value);
        replace(ensemble, broken);
        String line = "not taken up, the certificate before stays in use: " + why + "\n";
        ensemble.cluster().await(line, TAKEN_UP, () -> ensemble.cluster().pods().stream()
                .allMatch(pod -> pod.log("certificates").contains(line)));
        assertShown(ensemble, OLD);
    }

    /** By the run book; Kubernetes shows the pods each change of the Secret. */
    private static void theAuthorityChanges(Ensemble ensemble, Typist typist) throws Exception {
        for (String file : List.of("tls.crt", "tls.key")) {
            Files.writeString(typist.file(file), text(RENEWED, file));
        }
        Files.writeString(typist.file("new-ca.crt"), text(RENEWED, "ca.crt"));
        Secret unended = secret(OLD);
        unended.getStringData().put("ca.crt", text(OLD, "ca.crt").strip());
        replace(ensemble, unended);
        List<Step> rounds = Typist.steps(Tls.SECURE.runBook(), "Change the authority");
        ZKClientConfig renewed = Tls.withCertificate(Tls.tls(new ZKClientConfig(), OLD), RENEWED);
        assertThat(isLetIn(renewed)).isFalse();

        follow(ensemble, typist, rounds.get(0));
        assertShown(ensemble, OLD);
        ensemble.cluster().await("the new authority is trusted", TAKEN_UP, () -> isLetIn(renewed));
        ensemble.tell("both authorities are trusted");

        follow(ensemble, typist, rounds.get(1));
        assertShown(ensemble, RENEWED);
        Tls.write(address("zk-2"), login(RENEWED), "/b");
        String seen = typist.follow(Tls.SECURE.runBook(), "Renew the certificate", TAKEN_UP);
        assertThat(seen.lines().filter(line -> line.startsWith("serial=")).distinct())
                .hasSize(1);
        ensemble.tell("a certificate of the new authority is shown: " + Tls.serial(RENEWED));

        follow(ensemble, typist, rounds.get(2));
        ZKClientConfig old = Tls.withCertificate(Tls.tls(new ZKClientConfig(), RENEWED), OLD);
        ensemble.cluster().await("the old authority is trusted no more", TAKEN_UP, () -> !isLetIn(old));
        assertThat(isLetIn(Tls.withCertificate(Tls.tls(new ZKClientConfig(), RENEWED), RENEWED)))
                .isTrue();
        ensemble.tell("the new authority alone is trusted");
    }

    /** Those who are left have started with the old certificates, and need new connections; so does who comes back. */
    private static void theOthersGoOnWithoutTheLeader(Ensemble ensemble, Typist typist) throws Exception {
        List<String> left = followers(ensemble);
        String leader = ensemble.leader();
        ensemble.cluster().kill(leader);
        Step look = Typist.steps(Tls.SECURE.runBook(), "Renew the certificate").get(0);
        assertThat(typist.type(look.check().orElseThrow()).ok()).isFalse();
        ensemble.cluster()
                .await(
                        "another one leads",
                        Ensemble.SERVING,
                        () -> !ensemble.leader().isEmpty()
                                && followers(ensemble).size() == 1);
        Tls.write(address(left.get(0)), login(RENEWED), "/c");
        assertThat(Tls.read(address(left.get(1)), login(RENEWED))).contains("a", "b", "c");
        ensemble.tell("without " + leader + ": " + ensemble.modes());
        ensemble.cluster().start(leader);
        ensemble.awaitReady(leader);
        ensemble.assertOneLeader();
        assertThat(Tls.read(address(leader), login(RENEWED))).contains("a", "b", "c");
        assertThat(left).allSatisfy(name -> assertThat(
                        ensemble.cluster().pod(name).log("zookeeper").split("Starting quorum peer", -1))
                .hasSize(2));
        ensemble.tell("with it again: " + ensemble.modes() + "; the others have never been restarted");
    }

    private static void follow(Ensemble ensemble, Typist typist, Step step) {
        step.commands()
                .forEach(command ->
                        assertThat(typist.type(command).ok()).as(command).isTrue());
        ensemble.cluster().refresh();
        ensemble.cluster()
                .await(step.title(), TAKEN_UP, () -> typist.type(step.check().orElseThrow())
                        .ok());
    }

    private static void replace(Ensemble ensemble, Secret secret) {
        ensemble.apply(with(secret), Tls.PASSWORDS);
        ensemble.cluster().refresh();
    }

    private static void assertShown(Ensemble ensemble, Certificates certificates) {
        for (Pod pod : ensemble.cluster().pods()) {
            for (int port : List.of(2281, 2888, 3888)) {
                if (port != 2888 || ensemble.leader().equals(pod.name())) {
                    ensemble.cluster()
                            .await(
                                    pod.name() + ":" + port + " shows " + Tls.serial(certificates),
                                    TAKEN_UP,
                                    () -> Tls.shown(pod.address(), port).equals(Tls.serial(certificates)));
                }
            }
        }
    }

    /** With a certificate alone. */
    private static boolean isLetIn(ZKClientConfig config) {
        try {
            Tls.read(address("zk-1"), config);
            return true;
        } catch (KeeperException e) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> followers(Ensemble ensemble) {
        return ensemble.modes().entrySet().stream()
                .filter(mode -> mode.getValue().equals("follower"))
                .map(mode -> mode.getKey())
                .toList();
    }

    private static Renderable with(Secret secret) {
        return Tls.SECURE.app().with(secret);
    }

    private static Secret secret(Certificates certificates) {
        return certificates.secret("test", "zk-tls");
    }

    private static ZKClientConfig login(Certificates trusted) {
        return Tls.tls(Login.as("payments", Passwords.PAYMENTS), trusted);
    }

    private static String address(String member) {
        return member + ".zk-headless.test.svc.cluster.local:2281";
    }

    private static String text(Certificates certificates, String file) throws Exception {
        return Files.readString(Path.of(certificates.path(file)));
    }
}
