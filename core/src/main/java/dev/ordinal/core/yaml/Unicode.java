package dev.ordinal.core.yaml;

/** Which characters may stand as they are. Fixed ranges, so that a newer JDK with a newer Unicode prints the same bytes. */
final class Unicode {
    private Unicode() {}

    /**
     * Whether every YAML reader gives the character back from a literal block: no control character, no byte order mark, none
     * of the line breaks that only some readers know, no half of a pair.
     */
    static boolean isPrintable(int c) {
        if (c < 0x7F) {
            return c >= ' ' || c == '\t';
        }
        return c >= 0xA0 && !isLineSeparator(c) && !isSurrogate(c) && c != 0xFEFF && c != 0xFFFE && c != 0xFFFF;
    }

    /** Whether a person can see the character too: no blank but the ordinary one, and nothing that changes the writing direction. */
    static boolean isVisible(int c) {
        if (c < 0x7F) {
            return c >= ' ';
        }
        return isPrintable(c) && !isBlank(c) && !isFormat(c);
    }

    private static boolean isLineSeparator(int c) {
        return c == 0x2028 || c == 0x2029;
    }

    private static boolean isSurrogate(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    private static boolean isBlank(int c) {
        return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F;
    }

    private static boolean isFormat(int c) {
        return c == 0xAD
                || c == 0x61C
                || c == 0x180E
                || (c >= 0x200B && c <= 0x200F)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2060 && c <= 0x206F)
                || (c >= 0xFFF9 && c <= 0xFFFB)
                || (c >= 0xE0000 && c <= 0xE007F);
    }
}
