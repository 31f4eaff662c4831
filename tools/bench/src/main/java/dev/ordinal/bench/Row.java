package dev.ordinal.bench;

import java.util.List;
import java.util.Locale;

/** One line of the table. */
record Row(String name, double ours, double theirs) {
    private static final String CELLS = "\t";

    static void print(String name, double ours, double theirs) {
        System.out.println(name + CELLS + ours + CELLS + theirs);
    }

    static List<Row> read(String text) {
        return text.lines()
                .filter(line -> line.contains(CELLS))
                .map(line -> line.split(CELLS))
                .map(cells -> new Row(cells[0], Double.parseDouble(cells[1]), Double.parseDouble(cells[2])))
                .toList();
    }

    /** The best of two runs, for each side. */
    Row best(Row other) {
        return new Row(name, Math.min(ours, other.ours), Math.min(theirs, other.theirs));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%-64s %10.2f %10.2f %7.2f", name, ours, theirs, ours / theirs);
    }
}
