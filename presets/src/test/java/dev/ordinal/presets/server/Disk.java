package dev.ordinal.presets.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Files and folders with the owners and modes that a kubelet would give them. */
final class Disk {
    private Disk() {}

    static Path folder(Path path, int mode, int group) {
        try {
            if (!Files.exists(path)) {
                Files.createDirectories(path);
                Files.setAttribute(path, "unix:gid", group);
                Files.setAttribute(path, "unix:mode", mode);
            }
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path file(Path path, byte[] content, int mode, int group) {
        try {
            Files.createDirectories(path.getParent());
            Files.write(path, content);
            Files.setAttribute(path, "unix:gid", group);
            Files.setAttribute(path, "unix:mode", mode);
            return path;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same file with new content: whoever has it mounted sees the change, and never an empty file. */
    static void rewrite(Path path, String content) {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
            int length = bytes.remaining();
            channel.write(bytes, 0);
            channel.truncate(length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder itself stays, with its owner and mode. */
    static void empty(Path folder) {
        List<Path> inside = list(folder);
        inside.stream()
                .sorted(Comparator.reverseOrder())
                .filter(path -> !path.equals(folder))
                .forEach(Disk::delete);
    }

    static void remove(Path folder) {
        if (Files.exists(folder)) {
            empty(folder);
            delete(folder);
        }
    }

    static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
