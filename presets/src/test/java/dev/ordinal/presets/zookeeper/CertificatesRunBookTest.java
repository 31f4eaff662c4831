package dev.ordinal.presets.zookeeper;

import static dev.ordinal.dsl.Size.gib;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.presets.server.Typist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesRunBookTest {
    private static final String CERTIFICATE = "-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----";

    @TempDir
    private Path folder;

    @Test
    void two_authorities_stay_apart_if_the_last_line_of_the_first_does_not_end()
            throws IOException, InterruptedException {
        Files.writeString(folder.resolve("new-ca.crt"), CERTIFICATE.formatted("new") + "\n");
        String script = "kubectl() { case $1 in get) echo \"$OLD\" ;; esac; }\n" + String.join("\n", commands());
        ProcessBuilder shell = new ProcessBuilder("bash", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        shell.environment()
                .put(
                        "OLD",
                        Base64.getEncoder()
                                .encodeToString(CERTIFICATE.formatted("old").getBytes(UTF_8)));
        assertThat(shell.start().waitFor()).isZero();
        assertThat(folder.resolve("both.crt"))
                .hasContent(CERTIFICATE.formatted("old") + "\n" + CERTIFICATE.formatted("new"));
    }

    @Test
    void the_secret_stays_as_it_is_if_the_authority_in_it_cannot_be_read() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("new-ca.crt"), CERTIFICATE.formatted("new") + "\n");
        Process shell = new ProcessBuilder(
                        "bash", "-c", "kubectl() { echo $1 >> told; return 1; }\n" + String.join("\n", commands()))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        assertThat(shell.waitFor()).isNotZero();
        assertThat(folder.resolve("told")).hasContent("get");
    }

    private static List<String> commands() {
        return Typist.steps(
                        ZooKeeperEnsemble.named("zk")
                                .storage(gib(1))
                                .tls("zk-tls")
                                .runBook(),
                        "Change the authority")
                .get(0)
                .commands();
    }
}
