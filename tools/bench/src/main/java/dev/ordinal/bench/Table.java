package dev.ordinal.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The whole comparison as one table, each figure from processes of its own: ours, theirs, and the ratio. Run from the root of
 * the checkout; see {@code docs/performance.md}. Takes the names of parts, {@code pairs}, {@code scale}, {@code cold}, or nothing
 * for all.
 */
public final class Table {
    private static final int FORKS = 3;
    private static final int COLD_RUNS = 10;
    /** What runs the benchmarks, which is on nobody's class path but theirs. */
    private static final Pattern TOOLS = Pattern.compile("(jmh-|jopt-simple-|commons-math3-).*");
    /** What comes with the client, and not with Ordinal. */
    private static final Pattern CLIENT =
            Pattern.compile("kubernetes-(client|model-(admissionregistration|apiextensions"
                    + "|certificates|coordination|discovery|events|extensions|flowcontrol|gatewayapi|metrics|node|resource"
                    + "|storageclass))-.*");

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final Map<String, Row> rows = new LinkedHashMap<>();

    private Table() {}

    /** Prints the table. */
    public static void main(String[] args) throws IOException, InterruptedException {
        List<String> parts = args.length == 0 ? List.of("pairs", "scale", "cold") : List.of(args);
        Table table = new Table();
        if (parts.contains("pairs")) {
            for (int fork = 0; fork < FORKS; fork++) {
                table.add(java(List.of(), "Pairs"));
            }
        }
        if (parts.contains("scale")) {
            table.add(java(List.of("-Xmx256m"), "Scale", "stream"));
            table.add(java(List.of(), "Scale", "bundle"));
            table.add(java(List.of(), "Scale", "corpus"));
        }
        if (parts.contains("cold")) {
            table.cold();
        }
        System.out.printf("%-64s %10s %10s %7s%n", "what | beside what", "ours", "theirs", "ratio");
        table.rows.values().forEach(System.out::println);
    }

    private void add(String text) {
        Row.read(text).forEach(row -> rows.merge(row.name(), row, Row::best));
    }

    private void cold() throws IOException, InterruptedException {
        Path archive = Files.createTempFile("ordinal", ".jsa");
        try {
            cold(List.of("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:disable", "-Xlog:cds=off"), "ColdOrdinal");
            List<String> archived = List.of("-XX:SharedArchiveFile=" + archive);
            for (int run = 0; run < COLD_RUNS; run++) {
                Took theirs = took(List.of(), "ColdFabric8");
                for (List<String> flags : List.of(List.<String>of(), archived)) {
                    Took ours = took(flags, "ColdOrdinal");
                    String how = "cold ZooKeeper" + (flags.isEmpty() ? "" : ", class archive") + " | fabric8 printer";
                    add(new Row(how + ", wall (ms)", ours.wall(), theirs.wall()));
                    add(new Row(how + ", CPU (ms)", ours.cpu(), theirs.cpu()));
                }
            }
        } finally {
            Files.deleteIfExists(archive);
        }
    }

    private void add(Row row) {
        rows.merge(row.name(), row, Row::best);
    }

    private record Took(double wall, double cpu) {}

    private static Took took(List<String> flags, String name) throws IOException, InterruptedException {
        double cpu = childrensMillis();
        long start = System.nanoTime();
        cold(flags, name);
        return new Took((System.nanoTime() - start) / 1e6, childrensMillis() - cpu);
    }

    /** What the processes that this one has started and seen end have used of the processors; where there is no procfs, nothing. */
    private static double childrensMillis() throws IOException {
        Path stat = Path.of("/proc/self/stat");
        if (!Files.exists(stat)) {
            return 0;
        }
        String all = Files.readString(stat);
        String[] cells = all.substring(all.lastIndexOf(')') + 2).split(" ");
        return 10.0 * (Long.parseLong(cells[13]) + Long.parseLong(cells[14]));
    }

    /** A process with the class path that a program of its own would have. */
    private static void cold(List<String> flags, String name) throws IOException, InterruptedException {
        boolean client = name.equals("ColdFabric8");
        process(
                flags,
                classPath(jar -> !TOOLS.matcher(jar).matches()
                        && (client || !CLIENT.matcher(jar).matches())),
                name);
    }

    private static String classPath(Predicate<String> wanted) {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> wanted.test(new File(entry).getName()))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String java(List<String> flags, String name, String... args)
            throws IOException, InterruptedException {
        return process(flags, classPath(jar -> true), name, args);
    }

    private static String process(List<String> flags, String classPath, String name, String... args)
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
}
