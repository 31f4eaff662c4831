package dev.ordinal.presets.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.change.Step;
import dev.ordinal.core.graph.ResourceGraph;
import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.presets.server.RealServers;
import dev.ordinal.presets.server.Typist;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.URIParameter;
import java.util.List;
import javax.security.auth.login.Configuration;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.client.ZKClientConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every line of the page, typed as it stands; only placeholders are filled in. */
@RealServers
class EnsembleRunBookTest {
    private static final ZooKeeperEnsemble OLDER = Ensemble.NEW.version(ZooKeeperImage.OLDER_VERSION);
    private static final ZooKeeperEnsemble SEALED = Ensemble.NEW.sealed();
    private static final ZooKeeperEnsemble FIVE = SEALED.members(5);

    @TempDir
    private Path folder;

    @Test
    void an_ensemble_lives_by_its_run_book() throws Exception {
        try (Ensemble ensemble = Ensemble.of(Ensemble.brisk(OLDER), Passwords.NONE);
                Typist typist = new Typist(ensemble.cluster())) {
            Person person = new Person(ensemble, typist);
            person.follows(OLDER, "First start");
            person.follows(OLDER.sealed(), "Seal it");
            assertThat(ensemble.versions()).containsOnly(ZooKeeperImage.OLDER_VERSION);
            ensemble.tell("started and sealed: " + ensemble.modes());
            try (SteadyWriter writer = new SteadyWriter(ensemble, person.admin())) {
                person.follows(OLDER.sealed(), "Upgrade", SEALED);
                assertThat(ensemble.versions()).containsOnly(SEALED.version().number());
                ensemble.tell("upgraded under a writer: all say " + ensemble.versions());
                connects(person);
                person.follows(SEALED, "Replace a member");
                ensemble.tell("zk-3 replaced under a writer");
                replacesAUser(person);
                person.follows(SEALED, "Change the password of the members");
                ensemble.tell("the members' password changed under a writer, in three rounds");
                List<String> acknowledged = writer.acknowledged();
                assertThat(ensemble.read("zk-1", person.admin())).containsAll(acknowledged);
                ensemble.tell("%d acknowledged writes, none lost, longest pause %.1f s"
                        .formatted(acknowledged.size(), writer.longestPauseInSeconds()));
                assertThat(person.follows(SEALED, "When zk does not come up"))
                        .contains("member 1: ", "member 2: ", "member 3: ");
                restores(person, acknowledged);
            }
            scales(person);
        }
    }

    private void connects(Person person) throws Exception {
        person.follows(SEALED, "Connect");
        String page = Typist.chapter(SEALED.runBook(), "Connect").text();
        String jaas = page.substring(page.indexOf("Client {"), page.indexOf("};") + 2)
                .replace("<its password>", person.typist.secret("zk-passwords", "payments"));
        try (Client client =
                person.ensemble.client("zk-2", login(Files.writeString(folder.resolve("client.jaas"), jaas)))) {
            client.keeper().create("/payments/a", new byte[0], ZooDefs.Ids.OPEN_ACL_UNSAFE, CreateMode.PERSISTENT);
        }
        person.ensemble.tell("a user of the run book writes where it alone may");
    }

    private static ZKClientConfig login(Path file) throws GeneralSecurityException {
        return Login.of(Configuration.getInstance("JavaLoginConfig", new URIParameter(file.toUri()))
                .getAppConfigurationEntry("Client"));
    }

    private static void replacesAUser(Person person) throws InterruptedException {
        ZKClientConfig first = Login.as("payments", person.typist.secret("zk-passwords", "payments"));
        assertThat(person.asks(first)).isEqualTo("OK");
        person.follows(SEALED, "Replace a user");
        ZKClientConfig second = Login.as("payments-2", person.typist.secret("zk-passwords", "payments-2"));
        assertThat(person.asks(second)).isEqualTo("OK");
        assertThat(person.asks(first)).isEqualTo("AUTHFAILED");
        person.ensemble.tell("a second user made and the first one removed, under a writer");
    }

    /** Two of three disks are lost; under the seal, the blank members wait for somebody who lets them in. */
    private static void restores(Person person, List<String> acknowledged) {
        Ensemble ensemble = person.ensemble;
        ensemble.cluster().kill("zk-2", "zk-3");
        ensemble.cluster().loseDisk("zk-2", "zk-3");
        ensemble.cluster().start("zk-2", "zk-3");
        ensemble.cluster().await("zk-2 waits", Ensemble.SERVING, () -> ensemble.cluster()
                .pod("zk-2")
                .log("zookeeper")
                .contains("LOOKING"));
        assertThat(ensemble.leader()).isEmpty();
        List<Step> steps = Typist.steps(SEALED.runBook(), "Restore");
        person.typist
                .fill("<one blank member>", "zk-2")
                .fill("<the other blank members>", "zk-3")
                .manifest("zk.yaml", person.manifest(Ensemble.NEW))
                .follow(steps.subList(0, 1), Ensemble.SERVING);
        person.typist
                .manifest("zk.yaml", person.manifest(SEALED))
                .follow(steps.subList(1, steps.size()), Ensemble.SERVING);
        ensemble.assertOneLeader();
        assertThat(ensemble.read("zk-3", person.admin())).contains("payments").containsAll(acknowledged);
        ensemble.tell("two of three disks lost and restored: " + ensemble.modes());
    }

    private static void scales(Person person) {
        person.follows(SEALED, "Scale up", FIVE);
        assertThat(person.ensemble.modes().values()).hasSize(5).containsOnlyOnce("leader");
        assertThat(person.ensemble.read("zk-5", person.admin())).contains("payments");
        person.ensemble.tell("3 to 5: " + person.ensemble.modes());
        person.follows(FIVE, "Scale down", SEALED);
        person.ensemble.assertOneLeader();
        assertThat(person.ensemble.read("zk-1", person.admin())).contains("payments");
        person.ensemble.tell("5 to 3: " + person.ensemble.modes());
    }

    /** At the keyboard. */
    private record Person(Ensemble ensemble, Typist typist) {
        ZKClientConfig admin() {
            return Login.as("admin", typist.secret("zk-passwords", "admin"));
        }

        String follows(ZooKeeperEnsemble page, String chapter) {
            return follows(page, chapter, page);
        }

        String follows(ZooKeeperEnsemble page, String chapter, ZooKeeperEnsemble rendered) {
            return typist.manifest("zk.yaml", manifest(rendered)).follow(page.runBook(), chapter, Ensemble.SERVING);
        }

        ResourceGraph manifest(ZooKeeperEnsemble rendered) {
            return Manifest.of(Ensemble.brisk(rendered)).graph();
        }

        /** What a client that shows this is told when it wants to read what only the user payments may. */
        String asks(ZKClientConfig login) throws InterruptedException {
            try (Client client = ensemble.client("zk-2", login)) {
                client.keeper().getChildren("/payments", false);
                return "OK";
            } catch (KeeperException e) {
                return e.code().name();
            }
        }
    }
}
