package dev.ordinal.presets.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.opentest4j.TestAbortedException;

/**
 * Root file systems of Debian's newest packages, for servers that no other registry has. Each is made once per machine, in
 * the user's cache folder, and made again if it is missing.
 */
final class DebianRoot {
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Set<String> TOLD = ConcurrentHashMap.newKeySet();

    private DebianRoot() {}

    /**
     * The folder with these packages installed.
     *
     * @throws TestAbortedException if it cannot be made here; in CI that is a failure
     */
    static Path with(String... packages) {
        String name = "debian-sid-" + String.join("-", packages);
        Path cache = cache();
        Path root = cache.resolve(name);
        try {
            Files.createDirectories(cache);
            try (FileChannel channel = FileChannel.open(
                            cache.resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid() && !Files.isDirectory(root)) {
                    make(root, packages);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return root;
    }

    private static void make(Path root, String... packages) throws IOException {
        if (!Commands.tryTo("sh", "-c", "command -v debootstrap").ok()) {
            throw cannot("the command debootstrap is not there (Debian: debootstrap)");
        }
        Path partial = root.resolveSibling(root.getFileName() + ".partial");
        Commands.tryTo("rm", "-rf", partial.toString());
        Commands.Result result = Commands.run(
                LONGEST,
                List.of(
                        "debootstrap",
                        "--variant=minbase",
                        "--include=" + String.join(",", packages),
                        "sid",
                        partial.toString()));
        if (!result.ok()) {
            throw cannot("debootstrap of " + String.join(", ", packages) + " failed: " + lastLine(result.output()));
        }
        Commands.tryTo("sh", "-c", "rm -rf " + partial + "/var/cache/apt/archives/*.deb");
        Files.move(partial, root);
    }

    private static RuntimeException cannot(String why) {
        String line = "REAL SERVERS NOT TESTED: " + why;
        if ("true".equals(System.getenv("CI"))) {
            return new IllegalStateException(line + "; in CI this is a failure");
        }
        if (TOLD.add(line)) {
            System.out.println(line);
        }
        return new TestAbortedException(line);
    }

    private static Path cache() {
        return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .map(Path::of)
                .orElse(Path.of(System.getProperty("user.home"), ".cache"))
                .resolve("ordinal")
                .resolve("servers");
    }

    private static String lastLine(String text) {
        return text.strip().lines().reduce("", (one, next) -> next);
    }
}
