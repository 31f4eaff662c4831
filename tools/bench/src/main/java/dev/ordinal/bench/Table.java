package dev.ordinal.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private final Map<String, Row> rows = new LinkedHashMap<>();

    private Table() {}

    /** Prints the table. */
    public static void main(String[] args) throws IOException, InterruptedException {
        List<String> parts = args.length == 0 ? List.of("pairs", "scale", "cold") : List.of(args);
        Table table = new Table();
        if (parts.contains("pairs")) {
            for (int fork = 0; fork < FORKS; fork++) {
                table.add(Forks.run(List.of(), "Pairs"));
            }
        }
        if (parts.contains("scale")) {
            table.add(Forks.run(List.of("-Xmx256m"), "Scale", "stream"));
            table.add(Forks.run(List.of(), "Scale", "bundle"));
            table.add(Forks.run(List.of(), "Scale", "corpus"));
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
            ColdStart.ours(List.of("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:disable", "-Xlog:cds=off"));
            List<String> archived = List.of("-XX:SharedArchiveFile=" + archive);
            for (int run = 0; run < COLD_RUNS; run++) {
                ColdStart theirs = ColdStart.theirs();
                for (List<String> flags : List.of(List.<String>of(), archived)) {
                    ColdStart ours = ColdStart.ours(flags);
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
}
