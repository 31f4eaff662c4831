package dev.ordinal.core.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script of a plan, run by a real shell. */
class ScriptTest {
    @TempDir
    Path folder;

    @Test
    void steps_run_in_order_and_wait_for_their_checks() throws Exception {
        Plan plan = Plan.of(
                Step.titled("Make a file, it's new")
                        .run("(sleep 1; touch made) &")
                        .until("test -e made"),
                Step.titled("Say so").because("it is there").run("echo \"made: $(ls made)\""));

        assertThat(run(plan)).isEqualTo("0\n1. Make a file, it's new\n2. Say so\nmade: made\n");
    }

    @Test
    void a_command_that_fails_ends_it() throws Exception {
        assertThat(run(Plan.of(
                        Step.titled("Fail").run("false"), Step.titled("Go on").run("echo on"))))
                .isEqualTo("1\n1. Fail\n");
    }

    @Test
    void a_check_that_never_passes_ends_it() throws Exception {
        assertThat(run(Plan.of(
                        Step.titled("Wait").until("false"), Step.titled("Go on").run("echo on"))))
                .isEqualTo("1\n1. Wait\nnot done in time: false\n");
    }

    private String run(Plan plan) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("plan.sh"), plan.script());
        ProcessBuilder builder = new ProcessBuilder("bash", script.toString()).directory(folder.toFile());
        builder.environment().put("TIMEOUT_SECONDS", plan.get(0).title().equals("Wait") ? "0" : "30");
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue() + "\n" + output;
    }
}
