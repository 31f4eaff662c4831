package dev.ordinal.core.yaml;

/** A text in quotes, short enough for a message and on one line. */
final class Quoted {
    private static final int LONGEST = 90;
    private static final int CUT_TO = 60;

    private Quoted() {}

    static String of(String text) {
        return "\"" + plain(text) + "\"";
    }

    /** The same without quotes. */
    static String plain(String text) {
        boolean cut = text.codePointCount(0, text.length()) > LONGEST;
        StringBuilder plain = new StringBuilder();
        text.codePoints().limit(cut ? CUT_TO : LONGEST).forEach(c -> append(plain, c));
        return plain + (cut ? "..." : "");
    }

    private static void append(StringBuilder plain, int c) {
        switch (c) {
            case '\n' -> plain.append("\\n");
            case '\t' -> plain.append("\\t");
            default -> plain.appendCodePoint(Character.isISOControl(c) ? '?' : c);
        }
    }
}
