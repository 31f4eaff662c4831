package dev.ordinal.core.rule;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A table in a file beside the rules: a row a line, its cells between blanks, and notes in lines that begin with {@code #}. */
final class Table {
    private Table() {}

    static List<String[]> of(String file) {
        try (InputStream in = Objects.requireNonNull(Table.class.getResourceAsStream(file))) {
            List<String[]> rows = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    rows.add(line.trim().split(" +", -1));
                }
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
