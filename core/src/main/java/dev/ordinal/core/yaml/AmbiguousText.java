package dev.ordinal.core.yaml;

/**
 * Texts that some reader takes for something else when they stand bare: booleans, nulls, numbers of every base, base-sixty
 * numbers, timestamps and the special keys of YAML 1.1. It covers YAML 1.1, YAML 1.2 and the API server, and a little more.
 */
final class AmbiguousText {
    private AmbiguousText() {}

    /** Whether a text that is not empty would be ambiguous if it stood bare. */
    static boolean isAmbiguous(String text) {
        char first = text.charAt(0);
        if ((first >= '0' && first <= '9') || first == '-' || first == '+' || first == '.') {
            return NumberShape.isNumber(text) || NumberShape.isTimestamp(text);
        }
        return isWord(text) || text.equals("=") || text.equals("<<");
    }

    private static boolean isWord(String text) {
        return switch (text.charAt(0)) {
            case 'y', 'Y' -> isOne(text, "y", "yes");
            case 'n', 'N' -> isOne(text, "n", "no") || text.equalsIgnoreCase("null");
            case 'o', 'O' -> isOne(text, "on", "off");
            case 't', 'T' -> text.equalsIgnoreCase("true");
            case 'f', 'F' -> text.equalsIgnoreCase("false");
            default -> text.equals("~");
        };
    }

    private static boolean isOne(String text, String word, String other) {
        return text.equalsIgnoreCase(word) || text.equalsIgnoreCase(other);
    }
}
