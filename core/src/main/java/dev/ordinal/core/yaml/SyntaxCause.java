package dev.ordinal.core.yaml;

import java.util.regex.Pattern;

/**
 * What people did when YAML cannot be read.
 *
 * @param why what YAML makes of it
 * @param fix what to do
 */
record SyntaxCause(String why, String fix) {
    private static final Pattern LACKS_SPACE = Pattern.compile("\\s*(- )*[\"']?[A-Za-z][\\w.-]*[\"']?:[^\\s:/\\\\].*");
    private static final Pattern CONFLICT_MARK = Pattern.compile("(<<<<<<<|=======|>>>>>>>).*");

    static final SyntaxCause TEMPLATE = new SyntaxCause(
            "this is a template that nobody filled in, and \"{{\" begins a map in YAML",
            "render the template first (helm template), or put quotes around the value");

    static final String STRAY_TEXT = "expected <block end>, but found '<scalar>'";

    static final SyntaxCause COMMENT = new SyntaxCause(
            "the comment above has ended the value, so this line belongs to nothing",
            "remove the comment, or move it out of the value");

    static final SyntaxCause CONFLICT =
            new SyntaxCause("this is a mark of a merge conflict", "resolve the conflict and remove its marks");

    static SyntaxCause of(String problem, String context, String text, String problemText, int column) {
        if (text.contains("{{") || problemText.contains("{{")) {
            return TEMPLATE;
        } else if (isConflict(text)) {
            return CONFLICT;
        } else if (problem.contains("\\t(TAB)")) {
            return new SyntaxCause(
                    "a tab stands where the indentation is, and YAML takes only spaces there",
                    "replace the tab with spaces, two for each level");
        } else if (context.contains("quoted scalar")) {
            return quoted(problem, text.substring(Math.min(column - 1, text.length())));
        } else if (lacksSpace(text) && !problem.startsWith(STRAY_TEXT)) {
            return lackingSpace(text);
        }
        return structure(problem, context, text, column);
    }

    private static SyntaxCause quoted(String problem, String rest) {
        if (problem.contains("escape character")) {
            return new SyntaxCause(
                    "a backslash begins an escape inside double quotes, and this one does not exist",
                    "use single quotes around the text, or write \\\\ for a backslash");
        }
        return new SyntaxCause(
                "the quote that begins here is never closed, so all that follows belongs to the text",
                "close it: add " + (rest.startsWith("'") ? "'" : "\"") + " at the end of the value");
    }

    private static SyntaxCause structure(String problem, String context, String text, int column) {
        if (problem.startsWith("mapping values")) {
            return text.substring(0, Math.min(column - 1, text.length())).contains(": ")
                    ? new SyntaxCause(
                            "a second \": \" on a line makes no sense to YAML unless it is inside quotes",
                            "put quotes around the value")
                    : indentation();
        } else if (problem.equals(STRAY_TEXT)) {
            return new SyntaxCause(
                    "text follows after the value has ended with its closing quote or bracket",
                    "put the whole value in one pair of quotes, and double a quote that is part of it");
        } else if (problem.startsWith("expected <block end>")) {
            return indentation();
        } else if (problem.startsWith("expected ',' or")) {
            boolean list = context.contains("sequence");
            return new SyntaxCause(
                    "the " + (list ? "[" : "{") + " that begins here is never closed",
                    "add the missing " + (list ? "]" : "}") + ", or a comma between the values");
        }
        return token(problem, context);
    }

    private static SyntaxCause token(String problem, String context) {
        if (problem.contains("cannot start any token")
                || context.endsWith("an alias")
                || context.endsWith("an anchor")
                || context.endsWith("a tag")) {
            return new SyntaxCause(
                    "a bare text cannot begin with this character, which has a meaning of its own in YAML",
                    "put quotes around the value");
        } else if (context.contains("simple key")) {
            return new SyntaxCause(
                    "this line is neither \"key: value\" nor a list item",
                    "add the missing \": \", or indent the line so that it belongs to the text above");
        }
        return new SyntaxCause(
                "YAML cannot be read from here on: " + problem.replaceAll("\\s+", " "),
                "check this line and the one above it");
    }

    private static SyntaxCause indentation() {
        return new SyntaxCause(
                "its indentation fits none of the levels above it",
                "align it with the keys or list items that it belongs to");
    }

    static boolean isConflict(String text) {
        return CONFLICT_MARK.matcher(text).matches();
    }

    /** Whether a colon stands between a word and its value without the space that makes it a key. */
    static boolean lacksSpace(String text) {
        return !text.contains(": ") && LACKS_SPACE.matcher(text).matches();
    }

    static SyntaxCause lackingSpace(String text) {
        String line = text.strip();
        int colon = line.indexOf(':');
        return new SyntaxCause(
                "without a space after its colon this is a text and no key",
                "write " + Quoted.plain(line.substring(0, colon + 1) + " " + line.substring(colon + 1)));
    }
}
