package dev.ordinal.presets.zookeeper;

import static dev.ordinal.dsl.Size.gib;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.presets.server.Typist;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesRunBookTest {
    @TempDir
    private Path folder;

    @Test
    void two_authorities_stay_apart_if_the_last_line_of_the_first_does_not_end()
            throws IOException, InterruptedException {
        Files.writeString(folder.resolve("new-ca.crt"), "new\n");
        List<String> commands = Typist.steps(
                        ZooKeeperEnsemble.named("zk")
                                .storage(gib(1))
                                .tls("zk-tls")
                                .runBook(),
                        "Change the authority")
                .get(0)
                .commands();
        String script = "kubectl() { case $1 in get) printf old | base64 ;; esac; }\n" + String.join("\n", commands);
        Process shell = new ProcessBuilder("bash", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        assertThat(shell.waitFor()).isZero();
        assertThat(folder.resolve("both.crt")).content().containsSubsequence("old\n", "new\n");
    }
}
