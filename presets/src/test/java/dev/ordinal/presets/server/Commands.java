package dev.ordinal.presets.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Commands of the host, each with a hard time limit. */
public final class Commands {
    private static final Duration USUAL = Duration.ofSeconds(20);

    /** What a command answered; a command that took too long counts as killed. */
    public record Result(int exit, String output) {
        public boolean ok() {
            return exit == 0;
        }
    }

    private Commands() {}

    static String must(String... command) {
        Result result = run(USUAL, List.of(command));
        if (!result.ok()) {
            throw new IllegalStateException(
                    String.join(" ", command) + " exited with " + result.exit() + ": " + result.output());
        }
        return result.output();
    }

    static Result tryTo(String... command) {
        return run(USUAL, List.of(command));
    }

    static Result run(Duration limit, List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> read(process));
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return new Result(137, "no answer within " + limit.toSeconds() + " s");
            }
            return new Result(process.exitValue(), output.get(1, TimeUnit.SECONDS));
        } catch (IOException e) {
            return new Result(127, String.valueOf(e.getMessage()));
        } catch (ExecutionException | TimeoutException e) {
            return new Result(126, "its output could not be read");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result(130, "interrupted");
        }
    }

    /** A command that reads a file and writes another one; the result has what it complained of. */
    static Result pipe(Duration limit, List<String> command, Path in, Path out) {
        Path complaints = out.resolveSibling(out.getFileName() + ".err");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectInput(in.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(complaints.toFile())
                    .start();
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return new Result(137, "no answer within " + limit.toSeconds() + " s");
            }
            return new Result(process.exitValue(), Files.readString(complaints));
        } catch (IOException e) {
            return new Result(127, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result(130, "interrupted");
        }
    }

    private static String read(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
