package dev.ordinal.core.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * Tabs between a key and its value: the API server's YAML reader takes them for spaces, the engine does not take them at
 * all. Each one that stops the engine becomes a space, and the piece is read again, as often as a budget allows.
 */
final class Tabs {
    private long budget = 16L * 1024 * 1024;

    /** The piece with a space for the tab that a parser stopped at; empty if something else is wrong. */
    Optional<Piece> mend(Piece piece, MarkedYamlEngineException e) {
        Optional<Mark> mark = e.getProblemMark();
        budget -= piece.text().length();
        if (budget < 0 || mark.isEmpty() || !String.valueOf(e.getProblem()).contains("\\t(TAB)")) {
            return Optional.empty();
        }
        String text = piece.text();
        int start = 0;
        for (int line = 0; line < mark.get().getLine() && start < text.length(); line++) {
            start = Piece.endOfLine(text, start);
        }
        int at = Math.min(text.length(), start + mark.get().getColumn());
        if (at >= text.length() || text.charAt(at) != '\t' || isIndentation(text.substring(start, at))) {
            return Optional.empty();
        }
        return Optional.of(new Piece(text.substring(0, at) + " " + text.substring(at + 1), piece.line()));
    }

    /** Before a key or behind a dash a tab could mean any depth, so it is a fault there for everybody. */
    private static boolean isIndentation(String before) {
        return before.chars().allMatch(c -> " \t-?".indexOf(c) >= 0);
    }
}
