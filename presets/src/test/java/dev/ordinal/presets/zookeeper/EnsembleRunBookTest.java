package dev.ordinal.presets.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.change.Step;
import dev.ordinal.core.manifest.Manifest;
import dev.ordinal.presets.part.RunBook;
import dev.ordinal.presets.server.Commands;
import dev.ordinal.presets.server.Kubectl;
import dev.ordinal.presets.server.RealServers;
import dev.ordinal.presets.server.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.URIParameter;
import java.time.Duration;
import java.util.List;
import javax.security.auth.login.Configuration;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.client.ZKClientConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every line of the page, typed as it stands; only placeholders are filled in. */
@RealServers
class EnsembleRunBookTest {
    private static final ZooKeeperEnsemble SEALED = Ensemble.NEW.sealed();
    private static final ZooKeeperEnsemble FIVE = SEALED.members(5);

    @TempDir
    private Path folder;

    @Test
    void an_ensemble_lives_by_its_run_book() throws Exception {
        try (Ensemble ensemble = Ensemble.of(Ensemble.brisk(Ensemble.NEW), Passwords.NONE)) {
            Kubectl kubectl = new Kubectl(ensemble.cluster());
            try (Shell shell = new Shell(kubectl)) {
                Person person = new Person(ensemble, kubectl, shell);
                person.follows(Ensemble.NEW, "First start");
                person.follows(SEALED, "Seal it");
                ensemble.tell("started and sealed");
                connects(person);
                try (SteadyWriter writer = new SteadyWriter(ensemble, person.admin())) {
                    person.follows(SEALED, "Replace a member");
                    ensemble.tell("zk-3 replaced under a writer");
                    person.follows(SEALED, "Change the password of the members");
                    ensemble.tell("the members' password changed under a writer, in three rounds");
                    List<String> acknowledged = writer.acknowledged();
                    assertThat(ensemble.read("zk-1", person.admin())).containsAll(acknowledged);
                }
                person.looksForTrouble(SEALED);
                scales(person);
            }
        }
    }

    private void connects(Person person) throws Exception {
        person.follows(SEALED, "Connect");
        String page = person.text(SEALED, "Connect");
        String jaas = page.substring(page.indexOf("Client {"), page.indexOf("};") + 2)
                .replace("<its password>", person.kubectl.secret("zk-passwords", "payments"));
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
    private static final class Person {
        private static final Duration LIMIT = Duration.ofMinutes(4);

        final Ensemble ensemble;
        final Kubectl kubectl;
        final Shell shell;
        String printed = "";

        Person(Ensemble ensemble, Kubectl kubectl, Shell shell) {
            this.ensemble = ensemble;
            this.kubectl = kubectl;
            this.shell = shell;
        }

        ZKClientConfig admin() {
            return Login.as("admin", kubectl.secret("zk-passwords", "admin"));
        }

        void follows(ZooKeeperEnsemble page, String chapter) {
            follows(page, chapter, page);
        }

        void follows(ZooKeeperEnsemble page, String chapter, ZooKeeperEnsemble rendered) {
            kubectl.file("zk.yaml", Manifest.of(Ensemble.brisk(rendered)));
            chapter(page, chapter).steps().forEach(this::does);
        }

        void looksForTrouble(ZooKeeperEnsemble page) {
            follows(page, "When zk does not come up");
            for (int member = 1; member <= 3; member++) {
                assertThat(printed).contains("member " + member + ": ");
            }
        }

        String text(ZooKeeperEnsemble page, String chapter) {
            return chapter(page, chapter).text();
        }

        private static RunBook.Chapter chapter(ZooKeeperEnsemble page, String title) {
            return page.runBook().chapters().stream()
                    .filter(chapter -> chapter.title().equals(title))
                    .findFirst()
                    .orElseThrow();
        }

        private void does(Step step) {
            printed = "";
            step.commands().forEach(this::types);
            step.check().ifPresent(this::types);
        }

        private void types(String line) {
            Commands.Result result = shell.type(line, LIMIT);
            assertThat(result.exit()).as(line + "\n" + result.output()).isZero();
            printed += result.output();
        }
    }
}
