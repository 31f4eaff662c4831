package dev.ordinal.presets.server;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.LifecycleHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One run of one container, from its first process to its last. */
final class RunningContainer {
    private static final Duration AFTER_KILL = Duration.ofSeconds(20);

    private final String id;
    private final Path runtime;
    private final Path root;
    private final Process process;

    /** Starts it; the bundle must be written, {@code root} is its mounted root file system. */
    RunningContainer(String id, Path runtime, Path bundle, Path root, Path log) {
        this.id = id;
        this.runtime = runtime;
        this.root = root;
        try {
            this.process = new ProcessBuilder(
                            "runc", "--root", runtime.toString(), "run", "--bundle", bundle.toString(), id)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Waits until its first process runs, or has ended: before that nothing can be asked of it, and it is not ready. */
    void awaitStart() throws InterruptedException {
        while (alive()
                && !Commands.tryTo("runc", "--root", runtime.toString(), "state", id)
                        .output()
                        .contains("\"running\"")) {
            Thread.sleep(20);
        }
    }

    /** Waits for the end and clears its root file system away. */
    int waitFor() throws InterruptedException {
        int exit = process.waitFor();
        Commands.tryTo("umount", "-l", root.toString());
        return exit;
    }

    /** The same, with an end to waiting: then it is killed. */
    int waitFor(Duration limit) {
        if (!endsWithin(limit)) {
            kill();
        }
        Commands.tryTo("umount", "-l", root.toString());
        return process.isAlive() ? 137 : process.exitValue();
    }

    /** As {@code kubectl exec -i}, with its input from a file and its output into one. */
    Commands.Result pipe(Duration limit, List<String> command, Path in, Path out) {
        List<String> line = new ArrayList<>(List.of("runc", "--root", runtime.toString(), "exec", id));
        line.addAll(command);
        return Commands.pipe(limit, line, in, out);
    }

    Commands.Result exec(Duration limit, List<String> command) {
        List<String> line = new ArrayList<>(List.of("runc", "--root", runtime.toString(), "exec", id));
        line.addAll(command);
        return Commands.run(limit, line);
    }

    /** As a kubelet ends a container: hook, SIGTERM, and SIGKILL when the grace is used up. */
    void stop(Container container, Duration grace) {
        long deadline = System.nanoTime() + grace.toNanos();
        Optional.ofNullable(container.getLifecycle())
                .map(lifecycle -> lifecycle.getPreStop())
                .ifPresent(hook -> preStop(hook, grace));
        Commands.tryTo("runc", "--root", runtime.toString(), "kill", id, "TERM");
        if (!endsWithin(Duration.ofNanos(deadline - System.nanoTime()))) {
            kill();
        }
    }

    /** As when the power goes. */
    void kill() {
        Commands.tryTo("runc", "--root", runtime.toString(), "kill", id, "KILL");
        if (!endsWithin(AFTER_KILL)) {
            process.destroyForcibly();
        }
    }

    private void preStop(LifecycleHandler hook, Duration grace) {
        if (hook.getSleep() != null) {
            endsWithin(Duration.ofSeconds(hook.getSleep().getSeconds()));
        } else if (hook.getExec() != null) {
            exec(grace, hook.getExec().getCommand());
        } else {
            throw new UnsupportedOperationException("no such hook here: " + hook);
        }
    }

    private boolean endsWithin(Duration time) {
        try {
            return process.waitFor(Math.max(0, time.toMillis()), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
