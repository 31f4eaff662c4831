package dev.ordinal.presets.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes away what a cluster made on this machine, also when the test that made it was killed. */
final class Leftovers {
    private static final String PREFIX = "ordinal-servers-";
    private static final int LAST_LINES = 25;
    private static final AtomicBoolean HOOKED = new AtomicBoolean();

    private Leftovers() {}

    /** A new folder, which goes away with this process at the latest. */
    static Path newFolder(String name) {
        if (!HOOKED.getAndSet(true)) {
            Runtime.getRuntime()
                    .addShutdownHook(
                            new Thread(() -> clear(ProcessHandle.current().pid())));
        }
        try {
            return Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-" + name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Clears up after processes that are gone; nothing of a living one is touched. */
    static void sweep() {
        folders("")
                .map(folder -> folder.getFileName().toString())
                .map(name -> Long.valueOf(name.substring(PREFIX.length()).split("-", 2)[0]))
                .distinct()
                .filter(process -> ProcessHandle.of(process).isEmpty())
                .forEach(Leftovers::clear);
    }

    static void remove(Path folder) {
        Path runtime = folder.resolve("runc");
        children(runtime)
                .map(container -> container.getFileName().toString())
                .forEach(id -> Commands.tryTo("runc", "--root", runtime.toString(), "delete", "--force", id));
        mountsUnder(folder).forEach(mount -> Commands.tryTo("umount", "-l", mount));
        if (mountsUnder(folder).isEmpty()) {
            Disk.remove(folder);
        }
    }

    static String endOfLogs(Path folder) {
        return children(folder.resolve("logs"))
                .map(log -> "--- " + log.getFileName() + "\n" + lastLines(Disk.text(log)))
                .collect(Collectors.joining("\n"));
    }

    private static void clear(long process) {
        folders(process + "-").forEach(Leftovers::remove);
        String mine = Network.nameFor(process, "b");
        names(Path.of("/run/netns"), mine).forEach(name -> Commands.tryTo("ip", "netns", "delete", name));
        names(Path.of("/sys/class/net"), mine).forEach(name -> Commands.tryTo("ip", "link", "delete", name));
    }

    private static Stream<Path> folders(String of) {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        return children(temporary).filter(path -> path.getFileName().toString().startsWith(PREFIX + of));
    }

    private static Stream<String> names(Path folder, String prefix) {
        return children(folder).map(path -> path.getFileName().toString()).filter(name -> name.startsWith(prefix));
    }

    private static List<String> mountsUnder(Path folder) {
        return Disk.text(Path.of("/proc/self/mounts"))
                .lines()
                .map(line -> line.split(" ", -1)[1])
                .filter(mount -> mount.startsWith(folder + "/"))
                .toList();
    }

    private static String lastLines(String text) {
        List<String> lines = text.lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }

    private static Stream<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
