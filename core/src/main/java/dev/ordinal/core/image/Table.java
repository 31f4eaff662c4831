package dev.ordinal.core.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.StringTokenizer;

/** Knowledge that changes with the years and not with the code: a text file with a row a line, columns apart by spaces. */
public final class Table {
    private Table() {}

    /**
     * The rows of a file, without blank lines and those that begin with {@code #}.
     *
     * @param beside a class of the package that the file is in
     * @param columns how many columns there are; the last one may hold spaces
     */
    public static List<String[]> of(Class<?> beside, String file, int columns) {
        try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(file), file)) {
            List<String[]> rows = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    rows.add(cells(line, columns));
                }
            }
            return List.copyOf(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every start reads tables, so no pattern is asked for the blanks. */
    private static String[] cells(String line, int columns) {
        String[] cells = new String[columns];
        StringTokenizer blanks = new StringTokenizer(line, " ");
        for (int i = 0; i < columns - 1; i++) {
            cells[i] = blanks.nextToken();
        }
        cells[columns - 1] = blanks.nextToken("").trim();
        return cells;
    }
}
