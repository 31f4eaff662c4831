package dev.ordinal.presets.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.presets.server.Pod;
import dev.ordinal.presets.server.RealServers;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.client.ZKClientConfig;
import org.apache.zookeeper.data.ACL;
import org.apache.zookeeper.data.Id;
import org.junit.jupiter.api.Test;

/** Who gets in: with the right password, and nobody else. */
@RealServers
class EnsemblePasswordsTest {
    private static final ZKClientConfig PAYMENTS = Login.as("payments", Passwords.PAYMENTS);
    private static final List<ACL> OF_PAYMENTS =
            Collections.singletonList(new ACL(ZooDefs.Perms.ALL, new Id("sasl", "payments")));

    @Test
    void clients_and_members_get_in_with_the_right_password_only() throws Exception {
        Passwords passwords = Passwords.USUAL.with("reports", "rep");
        try (Ensemble ensemble = Ensemble.formed(Ensemble.NEW, passwords)) {
            try (Client client = ensemble.client("zk-1", PAYMENTS)) {
                client.keeper().create("/a", new byte[0], OF_PAYMENTS, CreateMode.PERSISTENT);
            }
            assertThat(ensemble.read("zk-3", PAYMENTS)).containsExactly("a");
            assertThat(reads(ensemble, "zk-2", PAYMENTS, "/a")).isEqualTo("yes");
            assertThat(reads(ensemble, "zk-2", Ensemble.ADMIN, "/a")).isEqualTo("yes");
            assertThat(reads(ensemble, "zk-2", Login.as("reports", "rep"), "/a"))
                    .isEqualTo("NOAUTH");
            ensemble.tell("a user wrote on zk-1, read on zk-3; admin may read it, another user may not");

            assertThat(reads(ensemble, "zk-1", Login.none(), "/")).isEqualTo("SESSIONCLOSEDREQUIRESASLAUTH");
            assertThat(reads(ensemble, "zk-1", Login.as("payments", "guess"), "/"))
                    .isEqualTo("AUTHFAILED");
            assertThat(reads(ensemble, "zk-1", Login.as("nobody", "guess"), "/"))
                    .isEqualTo("AUTHFAILED");
            assertThat(ensemble.cluster().pods())
                    .allMatch(Pod::answersReadiness)
                    .allMatch(Pod::answersLiveness);
            ensemble.tell("without a password and with a wrong one: refused; the probes need none");

            anImpostorStaysOut(ensemble, passwords);
        }
    }

    /** With the name, the address and the list of a member, but not its password. */
    private static void anImpostorStaysOut(Ensemble ensemble, Passwords passwords) {
        ensemble.cluster().kill("zk-3");
        ensemble.cluster().loseDisk("zk-3");
        ensemble.apply(Ensemble.NEW, passwords.with("members", "guess"));
        ensemble.cluster().start("zk-3");
        String refusal = "Failed to authenticate using SASL";
        ensemble.cluster()
                .await(
                        "zk-3 is refused",
                        Duration.ofSeconds(60),
                        () -> ensemble.cluster().pod("zk-1").log("zookeeper").contains(refusal)
                                && ensemble.cluster()
                                        .pod("zk-2")
                                        .log("zookeeper")
                                        .contains(refusal));
        assertThat(ensemble.cluster().pod("zk-3").ready()).isFalse();
        ensemble.write("zk-1", "/b");
        assertThat(ensemble.modes()).containsEntry("zk-3", "").containsValues("leader", "follower");
        ensemble.tell("a member that shows another password is refused: " + ensemble.modes());

        ensemble.cluster().kill("zk-3");
        ensemble.apply(Ensemble.NEW, passwords);
        ensemble.cluster().start("zk-3");
        ensemble.awaitReady("zk-3");
        assertThat(ensemble.read("zk-3")).containsExactly("a", "b");
        ensemble.tell("with the right one it is let in");
    }

    private static String reads(Ensemble ensemble, String member, ZKClientConfig login, String node)
            throws InterruptedException {
        try (Client client = ensemble.client(member, login)) {
            client.keeper().getData(node, false, null);
            return "yes";
        } catch (KeeperException e) {
            return e.code().name();
        }
    }

    @Test
    void a_running_ensemble_learns_to_ask_for_passwords_without_a_stop() {
        try (Ensemble ensemble = Ensemble.formed(Ensemble.brisk(Ensemble.NEW.insecure()));
                SteadyWriter writer = new SteadyWriter(ensemble, Login.none())) {
            inOneStepAMemberIsAlone(ensemble);
            List<Authentication> steps =
                    List.of(Authentication.understood(), Authentication.shown(), Authentication.required());
            for (Authentication step : steps) {
                if (step.equals(Authentication.required())) {
                    writer.show(Ensemble.ADMIN);
                }
                ensemble.apply(Ensemble.brisk(Ensemble.NEW.sealed().authentication(step)));
                ensemble.cluster().rollingRestart(Duration.ofSeconds(60));
                ensemble.tell(step + ": " + ensemble.modes());
            }
            List<String> acknowledged = writer.acknowledged();
            assertThat(acknowledged).hasSizeGreaterThan(300);
            assertThat(ensemble.read("zk-1")).containsAll(acknowledged);
            ensemble.tell("in steps, under a writer: %d acknowledged writes, none lost, longest pause %.1f s"
                    .formatted(acknowledged.size(), writer.longestPauseInSeconds()));
        }
    }

    /** The trap of a single step: it shows that the steps are needed. */
    private static void inOneStepAMemberIsAlone(Ensemble ensemble) {
        ensemble.apply(Ensemble.brisk(Ensemble.NEW.sealed()));
        ensemble.cluster().stop("zk-3");
        ensemble.cluster().start("zk-3");
        ensemble.cluster().await("zk-3 is not understood", Duration.ofSeconds(60), () -> ensemble.cluster()
                .pod("zk-3")
                .log("zookeeper")
                .contains("closing learner connection"));
        assertThat(ensemble.cluster().pod("zk-3").ready()).isFalse();
        ensemble.tell("in one step: the first member that has the change is alone, and the update stops there");
    }

    @Test
    void a_secret_that_the_server_cannot_use_is_refused_with_what_to_do() {
        assertRefused(
                Passwords.USUAL.without("members"),
                "member 1 cannot start: the Secret with the passwords has no key members. Add it; the pod tries again by itself.\n");
        assertRefused(
                Passwords.USUAL.with("payments", "a${b}"),
                "member 1 cannot start: the password payments has ${ or a line break in it, which the server reads as"
                        + " something else. Use another.\n");
    }

    private static void assertRefused(Passwords passwords, String words) {
        try (Ensemble ensemble = Ensemble.of(Ensemble.NEW, passwords)) {
            ensemble.cluster().start("zk-1");
            Pod pod = ensemble.cluster().pod("zk-1");
            ensemble.cluster().await("zk-1 refuses", Duration.ofSeconds(20), () -> pod.failure()
                    .isPresent());
            assertThat(pod.log("prepare")).contains(words);
        }
    }
}
