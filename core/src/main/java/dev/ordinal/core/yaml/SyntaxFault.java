package dev.ordinal.core.yaml;

/** A text that cannot be read at all, from some place on; caught where the document began. */
final class SyntaxFault extends Exception {
    private final int line;
    private final int column;
    private final String why;
    private final String fix;

    SyntaxFault(int line, int column, String found, String why, String fix) {
        super(found);
        this.line = line;
        this.column = column;
        this.why = why;
        this.fix = fix;
    }

    int line() {
        return line;
    }

    int column() {
        return column;
    }

    String found() {
        return String.valueOf(getMessage());
    }

    String why() {
        return why;
    }

    String fix() {
        return fix;
    }
}
