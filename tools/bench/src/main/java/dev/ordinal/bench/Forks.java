package dev.ordinal.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Java processes of one class of this package each. */
final class Forks {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private Forks() {}

    /** Runs a class with the class path of this process, and gives back what it prints. */
    static String run(List<String> flags, String name, String... args) throws IOException, InterruptedException {
        return run(classPath(jar -> true), flags, name, args);
    }

    /** Runs a class, and gives back what it prints. */
    static String run(String classPath, List<String> flags, String name, String... args)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath, "dev.ordinal.bench." + name));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(name + " ended with " + process.exitValue());
        }
        return text;
    }

    /** The jars and directories of this process's own class path whose names are wanted; in a test, of the test's. */
    static String classPath(Predicate<String> wanted) {
        String own = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(own.split(File.pathSeparator, -1))
                .filter(entry -> wanted.test(new File(entry).getName()))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
