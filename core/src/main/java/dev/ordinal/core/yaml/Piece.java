package dev.ordinal.core.yaml;

import java.util.ArrayList;
import java.util.List;

/**
 * The part of a text between two {@code ---} lines. It is cut out before anything is parsed, as kubectl does it, so that a
 * fault in one document does not hide the next.
 *
 * @param text the lines, with the {@code ---} before them where something follows on that line
 * @param line the line of the whole text on which it begins, from 1
 */
record Piece(String text, int line) {
    /** The pieces of a text that hold more than comments, at most one more than the limit. */
    static List<Piece> of(String text) {
        List<Piece> pieces = new ArrayList<>();
        int start = text.startsWith("\uFEFF") ? 1 : 0;
        int startLine = 1;
        int line = 1;
        for (int at = start; at < text.length() && pieces.size() <= Limits.DOCUMENTS; line++) {
            int end = endOfLine(text, at);
            if (at > start && isMarker(text, at)) {
                add(pieces, text, start, at, startLine);
                start = at;
                startLine = line;
            }
            at = end;
        }
        add(pieces, text, start, text.length(), startLine);
        return pieces;
    }

    private static boolean isMarker(String text, int at) {
        boolean marker = text.startsWith("---", at) || text.startsWith("...", at);
        return marker && (at + 3 == text.length() || " \t\r\n".indexOf(text.charAt(at + 3)) >= 0);
    }

    /** Where the next line begins. Line breaks are those of YAML 1.2: LF, CR LF, CR. */
    static int endOfLine(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        boolean windows = text.startsWith("\r\n", at);
        return Math.min(text.length(), at + (windows ? 2 : 1));
    }

    /** Leaves out what has no content: markers, comments, and directives, which say nothing that Kubernetes knows. */
    private static void add(List<Piece> pieces, String text, int start, int end, int startLine) {
        int at = start;
        int line = startLine;
        while (at < end && isWithoutContent(text, at)) {
            at = endOfLine(text, at);
            line++;
        }
        if (at < end) {
            pieces.add(new Piece(text.substring(at, end), line));
        }
    }

    private static boolean isWithoutContent(String text, int start) {
        int at = isMarker(text, start) ? start + 3 : start;
        if (at == start && text.charAt(at) == '%') {
            return true;
        }
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at == text.length() || "#\r\n".indexOf(text.charAt(at)) >= 0;
    }

    /** Whether it begins as JSON does. */
    boolean looksLikeJson() {
        return text.stripLeading().startsWith("{");
    }

    /** One line of the whole text, without its line break; empty if it is not in this piece. */
    String lineAt(int wanted) {
        int at = 0;
        for (int i = line; i < wanted && at < text.length(); i++) {
            at = endOfLine(text, at);
        }
        return wanted < line ? "" : text.substring(at, endOfLine(text, at)).stripTrailing();
    }
}
