package dev.ordinal.core.yaml;

/**
 * Texts in quotes, on one line. Double quotes, as in the Kubernetes documentation; single ones around a text such as JSON that
 * holds double quotes or backslashes, which would have to be escaped.
 */
final class QuotedText {
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private QuotedText() {}

    static void append(StringBuilder out, String text) {
        if (readsBetterInSingleQuotes(text)) {
            out.append('\'').append(text).append('\'');
            return;
        }
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            int point = text.codePointAt(i);
            appendEscaped(out, point);
            i += Character.charCount(point) - 1;
        }
        out.append('"');
    }

    private static boolean readsBetterInSingleQuotes(String text) {
        boolean escapes = false;
        for (int i = 0; i < text.length(); i++) {
            int point = text.codePointAt(i);
            if (point == '\'' || !Unicode.isVisible(point)) {
                return false;
            }
            escapes |= point == '"' || point == '\\';
            i += Character.charCount(point) - 1;
        }
        return escapes;
    }

    private static void appendEscaped(StringBuilder out, int point) {
        switch (point) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (Unicode.isVisible(point)) {
                    out.appendCodePoint(point);
                } else {
                    appendHex(out, point);
                }
            }
        }
    }

    private static void appendHex(StringBuilder out, int point) {
        int digits = point > 0xFFFF ? 8 : point > 0xFF ? 4 : 2;
        out.append('\\').append(digits == 8 ? 'U' : digits == 4 ? 'u' : 'x');
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            out.append(HEX[(point >> shift) & 0xF]);
        }
    }
}
