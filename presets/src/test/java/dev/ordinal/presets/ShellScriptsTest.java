package dev.ordinal.presets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class ShellScriptsTest {
    private static final Path RESOURCES = Path.of("src", "main", "resources");

    @Test
    void every_script_of_a_preset_is_plain_posix_shell_without_a_finding() throws IOException, InterruptedException {
        Assumptions.assumeTrue(isInstalled(), "shellcheck is not installed");
        List<String> command = new ArrayList<>(List.of("shellcheck", "--shell=sh"));
        command.addAll(scripts());
        Process shellcheck =
                new ProcessBuilder(command).redirectErrorStream(true).start();
        assertThat(new String(shellcheck.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(shellcheck.waitFor()).isZero();
    }

    private static List<String> scripts() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            List<String> scripts = files.map(Path::toString)
                    .filter(name -> name.endsWith(".sh"))
                    .sorted()
                    .toList();
            assertThat(scripts).isNotEmpty();
            return scripts;
        }
    }

    private static boolean isInstalled() throws InterruptedException {
        try {
            return new ProcessBuilder("shellcheck", "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            assertThat(System.getenv("CI"))
                    .as("shellcheck must be installed in CI")
                    .isNotEqualTo("true");
            return false;
        }
    }
}
