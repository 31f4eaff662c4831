package dev.ordinal.presets.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Stands in for a vendor's image: the host's own programs, read-only, or a root file system of Debian, and the few files
 * that the vendor's image has at the paths that a manifest uses. What runs is the real server; what is ours is where its
 * files lie.
 */
public final class Image {
    private static final List<String> PROGRAMS = List.of("/bin", "/sbin", "/lib", "/lib64");
    private static final List<String> SETTINGS = List.of("/etc/alternatives", "/etc/ssl", "/etc/ld.so.cache");

    private final Path root;
    private final List<Path> below = new ArrayList<>();
    private final List<String> fromHost = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private List<String> entrypoint = List.of();
    private List<String> command = List.of();
    private String workingDirectory = "/";

    private Image(Path root) {
        this.root = root;
    }

    /** An image made of this machine's programs and Java, in a folder that goes away with this process. */
    public static Image ofThisMachine() {
        Image image = new Image(Leftovers.newFolder("image"));
        image.fromHost.add("/usr");
        List.of("/proc", "/sys", "/dev", "/run", "/root", "/var", "/opt").forEach(image::directory);
        Disk.folder(image.in("/tmp"), 01777, 0);
        PROGRAMS.forEach(image::program);
        SETTINGS.stream().filter(path -> Files.exists(Path.of(path))).forEach(image.fromHost::add);
        image.fromHost.addAll(folders(Path.of("/etc"), "java"));
        if (!System.getProperty("java.home").startsWith("/usr/")) {
            image.fromHost.add(System.getProperty("java.home"));
        }
        image.environment.put("JAVA_HOME", System.getProperty("java.home"));
        image.environment.put(
                "PATH",
                System.getProperty("java.home") + "/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        return image.file("/etc/passwd", 0644, "root:x:0:0:root:/root:/bin/sh\n")
                .file("/etc/group", 0644, "root:x:0:\n")
                .file("/etc/nsswitch.conf", 0644, "hosts: files\n")
                .file("/etc/resolv.conf", 0644, "");
    }

    /**
     * An image of Debian's newest packages, in a root file system of its own that is kept for the next time.
     *
     * @throws org.opentest4j.TestAbortedException if it cannot be made here; in CI that is a failure
     */
    public static Image ofDebian(String... packages) {
        Image image = new Image(Leftovers.newFolder("image"));
        image.below.add(DebianRoot.with(packages));
        image.environment.put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
        return image.file("/etc/nsswitch.conf", 0644, "hosts: files\n").file("/etc/resolv.conf", 0644, "");
    }

    /** What a command of the image prints, outside any container. */
    public String print(String... command) {
        List<String> line = new ArrayList<>(List.of("chroot", below.get(0).toString()));
        line.addAll(List.of(command));
        return Commands.must(line.toArray(String[]::new));
    }

    public Image file(String path, int mode, String text) {
        Disk.file(in(path), text.getBytes(StandardCharsets.UTF_8), mode, 0);
        return this;
    }

    public Image copy(Path source, String path) {
        try {
            Files.createDirectories(in(path).getParent());
            Files.copy(source, in(path));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Image directory(String path) {
        Disk.folder(in(path), 0755, 0);
        return this;
    }

    public Image environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    public Image entrypoint(String... words) {
        entrypoint = List.of(words);
        return this;
    }

    public Image command(String... words) {
        command = List.of(words);
        return this;
    }

    public Image workingDirectory(String path) {
        workingDirectory = path;
        return directory(path);
    }

    /** The value that the image gives to a variable. */
    public String environment(String name) {
        return environment.getOrDefault(name, "");
    }

    Map<String, String> environment() {
        return environment;
    }

    /** The folders of which the root file system is made, the upper one first. */
    String layers() {
        return Stream.concat(Stream.of(root), below.stream())
                .map(Path::toString)
                .collect(Collectors.joining(":"));
    }

    List<String> fromHost() {
        return fromHost;
    }

    String workingDirectory() {
        return workingDirectory;
    }

    /** The command line, by the rule that a command in the pod drops both words of the image, arguments only one. */
    List<String> commandLine(List<String> podCommand, List<String> podArguments) {
        List<String> line = new ArrayList<>(podCommand.isEmpty() ? entrypoint : podCommand);
        line.addAll(podArguments.isEmpty() && podCommand.isEmpty() ? command : podArguments);
        return line;
    }

    private void program(String path) {
        Path host = Path.of(path);
        try {
            if (Files.isSymbolicLink(host)) {
                Files.createSymbolicLink(in(path), Files.readSymbolicLink(host));
            } else if (Files.exists(host)) {
                fromHost.add(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path in(String path) {
        return root.resolve(path.substring(1));
    }

    private static List<String> folders(Path parent, String prefix) {
        try (var children = Files.list(parent)) {
            return children.map(Path::toString)
                    .filter(path -> path.startsWith(parent + "/" + prefix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
