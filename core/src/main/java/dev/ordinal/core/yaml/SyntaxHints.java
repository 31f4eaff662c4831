package dev.ordinal.core.yaml;

import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Says in plain words why a text is no YAML. The parser tells what it met; what people did is guessed from the line. */
final class SyntaxHints {
    private static final Pattern SECRET = Pattern.compile("(?m)^\\s*\"?kind\"?: *[\"']?Secret\\b");

    private final Piece piece;

    private SyntaxHints(Piece piece) {
        this.piece = piece;
    }

    static SyntaxFault of(Piece piece, YamlEngineException e) {
        SyntaxHints hints = new SyntaxHints(piece);
        if (e instanceof ReaderException) {
            return hints.character();
        } else if (e instanceof MarkedYamlEngineException marked) {
            return hints.marked(marked);
        }
        return hints.fault(piece.line(), 1, new SyntaxCause(String.valueOf(e.getMessage()), "check the document"));
    }

    /** A key that is no text, number or boolean: most often a template in braces. */
    static SyntaxFault key(Piece piece, int line, int column) {
        String text = piece.lineAt(line);
        SyntaxCause cause = text.contains("{{")
                ? SyntaxCause.TEMPLATE
                : new SyntaxCause(
                        "a key must be a text, because the API server turns YAML into JSON",
                        "write a text as the key, in quotes if need be");
        return new SyntaxHints(piece).fault(line, column, cause);
    }

    private SyntaxFault marked(MarkedYamlEngineException e) {
        String problem = String.valueOf(e.getProblem());
        String context = String.valueOf(e.getContext());
        boolean begins = context.contains("quoted scalar")
                ? problem.contains("end of stream")
                : context.contains("simple key") || problem.startsWith("expected ',' or");
        Optional<Mark> mark = begins ? e.getContextMark().or(e::getProblemMark) : e.getProblemMark();
        int line = piece.line() + mark.map(Mark::getLine).orElse(0);
        int column = 1 + mark.map(Mark::getColumn).orElse(0);
        int otherLine = piece.line() + e.getProblemMark().map(Mark::getLine).orElse(0);
        String text = piece.lineAt(line);
        String above = piece.lineAt(line - 1);
        if (problem.startsWith("mapping values") && SyntaxCause.lacksSpace(above)) {
            return fault(line - 1, 1, SyntaxCause.lackingSpace(above));
        } else if (problem.equals(SyntaxCause.STRAY_TEXT) && above.strip().startsWith("#")) {
            return fault(line, column, SyntaxCause.COMMENT);
        } else if (SyntaxCause.isConflict(above)) {
            return fault(line - 1, 1, SyntaxCause.CONFLICT);
        }
        return fault(line, column, SyntaxCause.of(problem, context, text, piece.lineAt(otherLine), column));
    }

    private SyntaxFault character() {
        int at = 0;
        int line = piece.line();
        int lineStart = 0;
        String text = piece.text();
        while (at < text.length() && StreamReader.isPrintable(text.codePointAt(at))) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (c == '\n') {
                line++;
                lineStart = at;
            }
        }
        int character = at < text.length() ? text.codePointAt(at) : 0;
        String name = String.format("U+%04X", character);
        return new SyntaxFault(
                line,
                1 + text.codePointCount(lineStart, at),
                "the character " + name,
                "YAML does not allow it, so the API server cannot read the document",
                "remove it, or write it as \"\\u" + name.substring(2) + "\" in double quotes");
    }

    private SyntaxFault fault(int line, int column, SyntaxCause cause) {
        String text = piece.lineAt(line).strip();
        boolean secret = SECRET.matcher(piece.text()).find();
        return new SyntaxFault(
                line, column, secret ? "a line of a Secret, not shown" : Quoted.of(text), cause.why(), cause.fix());
    }
}
