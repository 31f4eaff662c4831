package dev.ordinal.core.yaml;

/** Texts of several lines, written line by line below the key, as a person writes a script or a configuration file. */
final class LiteralBlock {
    private LiteralBlock() {}

    /** Whether the text has lines and a literal block gives back every character of it. */
    static boolean fits(String text) {
        if (text.indexOf('\n') < 0) {
            return false;
        }
        boolean hasContent = false;
        for (int i = 0; i < text.length(); i++) {
            int point = text.codePointAt(i);
            if (point != '\n' && !Unicode.isPrintable(point)) {
                return false;
            }
            hasContent |= point != '\n' && point != ' ' && point != '\t';
            i += Character.charCount(point) - 1;
        }
        return hasContent;
    }

    /** Writes the indicator and the lines, each behind the indentation, empty ones without. */
    static void append(StringBuilder out, String text, String indentation) {
        out.append('|');
        if (hidesIndentation(text)) {
            out.append(YamlWriter.STEP);
        }
        out.append(chomping(text)).append('\n');
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            int stop = end < 0 ? text.length() : end;
            if (stop > start) {
                out.append(indentation).append(text, start, stop);
            }
            out.append('\n');
            start = stop + 1;
        }
    }

    /** Readers take the indentation from the first line that has anything on it, unless they are told. */
    private static boolean hidesIndentation(String text) {
        int first = 0;
        while (text.charAt(first) == '\n') {
            first++;
        }
        return text.charAt(first) == ' ' || text.charAt(first) == '\t';
    }

    private static String chomping(String text) {
        if (!text.endsWith("\n")) {
            return "-";
        }
        return text.endsWith("\n\n") ? "+" : "";
    }
}
