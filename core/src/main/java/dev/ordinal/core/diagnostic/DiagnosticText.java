package dev.ordinal.core.diagnostic;

import java.util.ArrayList;
import java.util.List;

/** The text form of a finding: a head line, then five facts in one column, wrapped at a readable width. */
final class DiagnosticText {
    private static final int WIDTH = 110;
    private static final String INDENT = " ".repeat(9);
    private static final String HANGING = " ".repeat(16);

    private DiagnosticText() {}

    static String of(Diagnostic diagnostic) {
        StringBuilder text = new StringBuilder(String.format("%-9s", diagnostic.severity()));
        text.append(diagnostic.object());
        if (!diagnostic.path().isEmpty()) {
            text.append("  ").append(diagnostic.path());
        }
        diagnostic.position().ifPresent(place -> fact(text, "at", place.toString()));
        fact(text, "found", diagnostic.found());
        fact(text, "why", diagnostic.why());
        fact(text, "fix", diagnostic.fix());
        fact(text, "rule", diagnostic.rule());
        return text.toString();
    }

    private static void fact(StringBuilder text, String key, String value) {
        text.append('\n').append(INDENT).append(String.format("%-7s", key));
        text.append(String.join("\n" + HANGING, wrapped(value)));
    }

    private static List<String> wrapped(String value) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : value.split("\n", -1)) {
            String rest = paragraph;
            for (int cut = cut(rest); cut > 0; cut = cut(rest)) {
                lines.add(rest.substring(0, cut));
                rest = rest.substring(cut + 1);
            }
            lines.add(rest);
        }
        return lines;
    }

    /** Where the line ends; not above 0 when the rest fits. A word that is longer than the line stays whole. */
    private static int cut(String rest) {
        int width = WIDTH - HANGING.length();
        if (rest.length() <= width) {
            return -1;
        }
        int last = rest.lastIndexOf(' ', width);
        return last > 0 ? last : rest.indexOf(' ', width);
    }
}
