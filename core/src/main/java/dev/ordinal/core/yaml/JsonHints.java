package dev.ordinal.core.yaml;

import java.util.Locale;

/** Says in plain words why a text is no JSON. */
final class JsonHints {
    private JsonHints() {}

    static SyntaxFault of(String message, int line, int column) {
        String problem = message.lines().findFirst().orElse("").replaceAll("\\s+", " ");
        return new SyntaxFault(
                line,
                column,
                "JSON that ends or breaks off here",
                "JSON cannot be read from here on: " + problem,
                fix(problem.toLowerCase(Locale.ROOT)));
    }

    private static String fix(String problem) {
        if (problem.contains("end-of-input")) {
            return "add the missing } or ] or quote; the end of the text may have been cut off";
        } else if (problem.contains("double-quote to start")) {
            return "write names in double quotes, and remove a comma before }";
        } else if (problem.contains("illegal unquoted character")) {
            return "write line breaks and tabs inside a text as \\n and \\t";
        } else if (problem.contains("escape")) {
            return "write \\\\ for a backslash";
        }
        return "check for a missing comma or quote before this place, and for a comma too many";
    }
}
