package dev.ordinal.presets.mysql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.presets.part.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts that handle passwords, their folders moved into one of the test's own; every tool tells the words that it was given. */
class MySqlScriptsTest {
    private static final Texts MAIN = Texts.beside(MySqlCluster.class);
    /** All that a member's own passwords may have. */
    private static final String ALLOWED = "aZ09._~+=@%^:,/-";

    /** Of an application, which may have any. */
    private static final String ODD = "it's \\a|b&c\"d$e;f#`g <backup> %s -- h";

    private static final String TOOL =
            """
            #!/bin/sh
            for word in "$@"; do echo "WORD $word"; done >> "$WORDS"
            PATH=/usr/bin:/bin
            exec "${0##*/}" "$@"
            """;

    @TempDir
    private Path root;

    @BeforeEach
    void layOut() throws IOException {
        for (String folder : List.of("passwords", "conf", "state", "home", "run", "bin")) {
            Files.createDirectories(root.resolve(folder));
        }
        for (String tool : List.of("cat", "grep", "kill", "mv", "rm", "sed", "sh", "sleep", "sync")) {
            program(tool, TOOL);
        }
        program("mysql", "#!/bin/sh\ncat\n");
    }

    @Test
    void accounts_are_made_with_any_password() throws Exception {
        write("conf/accounts.sql", MAIN.named("database.sql").replace("<database>", "shop") + MAIN.named("backup.sql"));
        write("passwords/application", ODD);
        write("passwords/backup", ALLOWED);
        assertThat(run("accounts.sh"))
                .contains("'shop'@'%' IDENTIFIED BY 'it''s \\\\a|b&c\"d$e;f#`g <backup> %s -- h';\n")
                .contains("'backup'@'%' IDENTIFIED BY '" + ALLOWED + "';\n")
                .endsWith("TO 'backup'@'%';\n");
        assertThat(words()).contains("WORD").doesNotContain(ODD.substring(0, 4), ALLOWED);
    }

    @Test
    void no_account_is_made_while_a_password_is_missing() throws Exception {
        write("conf/accounts.sql", MAIN.named("database.sql").replace("<database>", "shop") + MAIN.named("backup.sql"));
        write("passwords/application", ODD);
        assertThat(run("accounts.sh")).doesNotContain("CREATE").endsWith("exit 2\n");
    }

    @Test
    void a_disk_is_initialised_with_the_passwords_of_the_members() throws Exception {
        write("conf/init.sql", MAIN.named("init.sql"));
        write("conf/peer.cnf", MAIN.named("plain-peer.cnf"));
        write("conf/agent.sh", "kill $PPID\n");
        write("state/members", "orders-0.orders-headless.shop.svc.cluster.local\n");
        write("passwords/root", ALLOWED);
        write("passwords/replication", "new" + ALLOWED + "\nold" + ALLOWED + "\n");
        program(
                "mysqld",
                """
                #!/bin/sh
                for word in "$@"; do
                  case $word in
                    --datadir=*) /bin/mkdir "${word#*=}" ;;
                    --init-file=*) /bin/cat "${word#*=}" ;;
                  esac
                done
                """);
        assertThat(run("start.sh"))
                .contains("'root'@'localhost' IDENTIFIED BY '" + ALLOWED + "';\n")
                .contains("'ordinal'@'127.0.0.1' IDENTIFIED BY 'new" + ALLOWED + "';\n")
                .contains("'replication'@'%' IDENTIFIED BY 'old" + ALLOWED + "';\n")
                .contains("'replication'@'%' IDENTIFIED BY 'new" + ALLOWED + "' RETAIN CURRENT PASSWORD;\n")
                .contains("empty disk, initialised")
                .doesNotContain("'<");
        assertThat(words()).contains("WORD").doesNotContain(ALLOWED);
    }

    @Test
    void no_member_starts_with_a_password_that_it_could_not_write_down() throws Exception {
        write("conf/peer.cnf", MAIN.named("plain-peer.cnf"));
        write("state/members", "orders-0.orders-headless.shop.svc.cluster.local\n");
        write("passwords/root", ALLOWED);
        write("passwords/replication", ALLOWED);
        write("passwords/metrics", "a!b");
        assertThat(run("start.sh"))
                .endsWith(
                        "the password metrics must be of letters, digits and . _ ~ + = @ % ^ : , / - only.\nexit 1\n");
        assertThat(root.resolve("run/metrics.cnf")).doesNotExist();
    }

    private void program(String name, String text) throws IOException {
        write("bin/" + name, text);
        assertThat(root.resolve("bin").resolve(name).toFile().setExecutable(true))
                .isTrue();
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(root.resolve(file), text);
    }

    private String words() throws IOException {
        return Files.readString(root.resolve("words"));
    }

    /** With these tools only, so that another one is noticed here. */
    private String run(String script) throws IOException, InterruptedException {
        String text = MAIN.named(script)
                .replaceAll("(?<![\\w$])/(passwords|conf|state)/", root + "/$1/")
                .replace("/var/lib/mysql", root + "/home")
                .replace("/var/run/mysqld", root + "/run");
        ProcessBuilder shell = new ProcessBuilder("/bin/sh", "-c", text).redirectErrorStream(true);
        shell.environment()
                .putAll(Map.of(
                        "PATH", root.resolve("bin").toString(),
                        "WORDS", root.resolve("words").toString(),
                        "POD_NAME", "orders-0",
                        "SERVER_ID_BASE", "1",
                        "TOPOLOGY", "group"));
        Process process = shell.start();
        process.getOutputStream().close();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        return exit == 0 ? told : told + "exit " + exit + "\n";
    }
}
