package dev.ordinal.core.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

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
                    rows.add(line.trim().split(" +", columns));
                }
            }
            return List.copyOf(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
