package dev.ordinal.core.diagnostic;

/**
 * A place in a text that was read.
 *
 * @param source the file, or {@code <text>} for a string
 * @param line the line, from 1
 * @param column the column, from 1
 */
public record Position(String source, int line, int column) {
    @Override
    public String toString() {
        return source + ":" + line + ":" + column;
    }
}
