package dev.ordinal.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The whole comparison as one table, each figure from processes of its own: ours, theirs, and the ratio. Run from the root of
 * the checkout; see {@code docs/performance.md}. Takes the names of parts, {@code pairs}, {@code scale}, {@code cold}, or nothing
 * for all.
 */
public final class Table {
    private static final int FORKS = 3;
    private static final int COLD_RUNS = 10;
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
            java(List.of("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:disable", "-Xlog:cds=off"), "ColdOrdinal");
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
        java(flags, name);
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

    private static String java(List<String> flags, String name, String... args)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.ordinal.bench." + name));
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
