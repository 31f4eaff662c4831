package dev.ordinal.presets.mongodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.change.Step;
import dev.ordinal.presets.part.Backup;
import dev.ordinal.presets.part.Kubectl;
import dev.ordinal.presets.server.Typist;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Steps of the run book as somebody pastes them, where one of their commands fails: what comes after it must not do harm, and the
 * check must not succeed. {@code kubectl} is a stand-in that answers what it is told to, and writes down what it was asked for.
 */
class MongoPastesTest {
    private static final MongoReplicaSet SET =
            Replicas.NEW.sealed().members(5).tls("mongo-tls").backup(Backup.to("archive"));
    private static final String NOBODY_ANSWERS = "exit 1";

    @TempDir
    private Path folder;

    @BeforeEach
    void layOut() throws IOException {
        Files.createDirectories(folder.resolve("bin"));
        Files.createFile(folder.resolve("asked"));
    }

    @Test
    void another_feature_version_is_seen_before_a_new_version_is_applied() throws Exception {
        Step first = step("Upgrade", 0);
        answer("echo 7.0");
        paste(first);
        assertThat(asked()).doesNotContain("apply");
        assertThat(check(first)).isFalse();
        answer("echo 8.0");
        assertThat(check(first)).isTrue();
    }

    @Test
    void a_list_of_members_that_could_not_be_read_is_not_written() throws Exception {
        answer("case \"$*\" in *' get configmap '*) exit 1 ;; esac");
        paste(step("Scale down", 0));
        assertThat(asked()).contains("get configmap").doesNotContain("patch configmap");
    }

    @Test
    void a_list_of_members_is_written_with_as_many_as_stay() throws Exception {
        answer("case \"$*\" in *' get configmap '*) printf '0 a 1\\n1 b 1\\n2 c 1\\n3 d 1\\n' ;; esac");
        paste(step("Scale down", 0));
        assertThat(Files.readString(folder.resolve("members"))).isEqualTo("0 a 1\n1 b 1\n2 c 1\n");
        assertThat(asked()).contains("patch configmap");
    }

    @Test
    void no_disk_is_given_up_before_the_others_are_seen_to_have_the_data() throws Exception {
        Step first = step("Replace a member", 0);
        answer("echo 3");
        paste(first);
        assertThat(asked()).doesNotContain("delete pvc");
        assertThat(check(first)).isFalse();
        answer("echo 4");
        assertThat(check(first)).isTrue();
    }

    @Test
    void no_password_is_put_into_the_secret_that_was_not_made() throws Exception {
        Step root = step("Change a password", 0);
        answer(
                "case \"$*\" in *' get secret '*) printf b2xk ;; *' cat '*) printf old ;; *' mongosh '*) echo 1 ;; esac");
        fail("openssl");
        paste(root);
        assertThat(asked()).doesNotContain("patch secret");
        assertThat(check(root)).isFalse();
    }

    @Test
    void no_second_key_is_put_into_the_secret_beside_one_that_could_not_be_read() throws Exception {
        answer(NOBODY_ANSWERS);
        paste(step("Change the key of the members", 0));
        assertThat(asked()).contains("get secret").doesNotContain("patch secret", "rollout restart");
    }

    @Test
    void a_second_key_is_seen_by_all_members_before_the_first_one_goes() throws Exception {
        Step both = step("Change the key of the members", 0);
        answer("case \"$*\" in *' get secret '*) printf c2VjcmV0 ;; *' exec '*) echo other | cksum ;; esac");
        paste(both);
        assertThat(asked()).contains("patch secret", "rollout restart");
        assertThat(check(both)).isFalse();
    }

    @Test
    void the_first_key_goes_only_where_the_second_one_is_known() throws Exception {
        Step alone = step("Change the key of the members", 1);
        Files.writeString(folder.resolve("new-key"), "bmV3");
        answer("printf 'old' | base64");
        paste(alone);
        assertThat(asked()).doesNotContain("patch secret", "rollout restart");
        answer("printf -- '- b2xk\\n- bmV3\\n' | base64");
        paste(alone);
        assertThat(asked()).contains("patch secret", "rollout restart");
        assertThat(check(alone)).isFalse();
    }

    @Test
    void no_authority_takes_the_place_of_one_that_could_not_be_read() throws Exception {
        Files.writeString(folder.resolve("new.crt"), "-----BEGIN CERTIFICATE-----\n");
        answer(NOBODY_ANSWERS);
        Step both = step("Renew certificates", 2);
        paste(both);
        assertThat(asked()).contains("get secret").doesNotContain("patch secret");
        assertThat(check(both)).isFalse();
    }

    @Test
    void a_file_that_is_not_there_is_no_authority() throws Exception {
        answer("");
        paste(step("Renew certificates", 4));
        assertThat(asked()).doesNotContain("patch secret");
    }

    @Test
    void members_that_do_not_answer_are_not_taken_for_ones_that_agree() throws Exception {
        answer(NOBODY_ANSWERS);
        MongoAgents agents = new MongoAgents(Kubectl.of(SET.app()), SET.app().members());
        assertThat(shell(agents.have("/keys/ca.pem", "mongo-tls", "ca.crt"))).isFalse();
        answer("case \"$*\" in *' get secret '*) printf b25l ;; *) printf one | cksum ;; esac");
        assertThat(shell(agents.have("/keys/ca.pem", "mongo-tls", "ca.crt"))).isTrue();
    }

    @Test
    void an_archive_is_seen_to_be_whole_before_it_takes_the_place_of_the_data() throws Exception {
        Step whole = step("Restore a backup", 1);
        answer("case \"$*\" in *' gzip -t '*) exit 1 ;; esac");
        paste(whole);
        assertThat(asked()).doesNotContain("restore.sh");
        assertThat(check(whole)).isFalse();
    }

    @Test
    void the_view_of_the_archives_stays_until_one_is_played_in() throws Exception {
        answer("case \"$*\" in *restore.sh*) cat > /dev/null; exit 1 ;; esac");
        paste(step("Restore a backup", 2));
        assertThat(asked()).contains("restore.sh").doesNotContain("delete pod");
    }

    @Test
    void the_only_member_is_never_replaced() {
        assertThat(SET.members(1).development().runBook().markdown()).doesNotContain("delete pvc");
    }

    private static Step step(String chapter, int index) {
        return Typist.steps(SET.runBook(), chapter).get(index);
    }

    private void answer(String script) throws IOException {
        Files.writeString(folder.resolve("asked"), "");
        program("kubectl", "echo \" $* \" >> " + folder.resolve("asked") + "\n" + script);
    }

    private void fail(String tool) throws IOException {
        program(tool, "exit 1");
    }

    private void program(String name, String script) throws IOException {
        Path program = folder.resolve("bin").resolve(name);
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    private String asked() throws IOException {
        return Files.readString(folder.resolve("asked"));
    }

    /** Whatever fails, the shell goes on with the next line. */
    private void paste(Step step) throws IOException, InterruptedException {
        shell(String.join("\n", step.commands()));
    }

    private boolean check(Step step) throws IOException, InterruptedException {
        return shell(step.check().orElseThrow());
    }

    private boolean shell(String lines) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder(List.of(
                        "sh", "-c", lines.replace("<archive>", "archive.gz").replace("<series>", "8.0")))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        shell.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        Process process = shell.start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        assertThat(printed).doesNotContain("yntax error");
        return exit == 0;
    }
}
