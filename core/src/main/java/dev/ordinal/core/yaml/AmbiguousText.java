package dev.ordinal.core.yaml;

/**
 * Texts that some reader takes for something else when they stand bare: booleans, nulls, numbers of every base, base-sixty
 * numbers, timestamps and the special keys of YAML 1.1. It covers YAML 1.1, YAML 1.2 and the API server, and a little more.
 */
final class AmbiguousText {
    private static final int LONGEST_WORD = 5;
    private static final String[] WORDS = {"y", "n", "yes", "no", "on", "off", "true", "false", "null", "~"};

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
        if (text.length() > LONGEST_WORD || !beginsWord(text.charAt(0))) {
            return false;
        }
        for (String word : WORDS) {
            if (word.equalsIgnoreCase(text)) {
                return true;
            }
        }
        return false;
    }

    private static boolean beginsWord(char first) {
        return switch (first) {
            case 'y', 'Y', 'n', 'N', 'o', 'O', 't', 'T', 'f', 'F', '~' -> true;
            default -> false;
        };
    }
}
