package dev.ordinal.core.yaml;

/** Which texts can stand bare, as a value and as a key of a block mapping, and still be read as that very text everywhere. */
final class PlainText {
    /** What cannot begin a bare text; {@code -}, {@code ?} and {@code :} can, before anything but a blank. */
    private static final String INDICATORS = " ,[]{}#&*!|>'\"%@`";

    private PlainText() {}

    static boolean isPlain(String text) {
        return !text.isEmpty() && beginsPlain(text) && continuesPlain(text) && !AmbiguousText.isAmbiguous(text);
    }

    private static boolean beginsPlain(String text) {
        char first = text.charAt(0);
        if (first >= 'a' && first <= 'z') {
            return true;
        } else if (first == '-' || first == '?' || first == ':') {
            return text.length() > 1 && text.charAt(1) != ' ' && !isDocumentMark(text, "---");
        } else if (first == '.') {
            return !isDocumentMark(text, "...");
        }
        return INDICATORS.indexOf(first) < 0;
    }

    private static boolean isDocumentMark(String text, String mark) {
        return text.startsWith(mark) && (text.length() == mark.length() || text.charAt(mark.length()) == ' ');
    }

    /** Asked in a loop of its own, because nearly all texts have no sign that may mean something. */
    private static boolean continuesPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c > '~' || c == ':') {
                return continuesPlain(text, i);
            }
        }
        return true;
    }

    private static boolean continuesPlain(String text, int from) {
        int last = text.length() - 1;
        for (int i = from; i <= last; i++) {
            char c = text.charAt(i);
            if (c == ':') {
                if (i == last || text.charAt(i + 1) == ' ') {
                    return false;
                }
            } else if (c == ' ') {
                if (i == last || text.charAt(i + 1) == '#') {
                    return false;
                }
            } else if (c < ' ') {
                return false;
            } else if (c > '~') {
                int point = text.codePointAt(i);
                if (!Unicode.isVisible(point)) {
                    return false;
                }
                i += Character.charCount(point) - 1;
            }
        }
        return true;
    }
}
