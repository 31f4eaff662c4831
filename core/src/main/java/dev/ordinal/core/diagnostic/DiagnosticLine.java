package dev.ordinal.core.diagnostic;

import java.util.Locale;

/** The form of a finding that fits on one line, as compilers print theirs: editors jump to it, and grep finds all of it. */
final class DiagnosticLine {
    private DiagnosticLine() {}

    static String of(Diagnostic diagnostic) {
        StringBuilder line = new StringBuilder();
        diagnostic.position().ifPresent(place -> line.append(place).append(": "));
        line.append(diagnostic.severity().toString().toLowerCase(Locale.ROOT))
                .append(": ")
                .append(diagnostic.object());
        if (!diagnostic.path().isEmpty()) {
            line.append(' ').append(diagnostic.path());
        }
        line.append(": found ").append(diagnostic.found());
        line.append(" - ").append(diagnostic.why());
        line.append("; fix: ").append(diagnostic.fix());
        line.append(" [").append(diagnostic.rule()).append(']');
        return onOneLine(line);
    }

    /** A finding that counts no more. */
    static String of(Allowed allowed) {
        Diagnostic finding = allowed.finding();
        String path = finding.path().isEmpty() ? "" : " " + finding.path();
        return onOneLine(finding.position().map(place -> place + ": ").orElse("") + "allowed: " + finding.object()
                + path + ": " + allowed.reason() + " [" + finding.rule() + "]");
    }

    private static String onOneLine(CharSequence text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\n') {
                line.append("\\n");
            } else {
                line.appendCodePoint(Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c);
            }
        });
        return line.toString();
    }
}
