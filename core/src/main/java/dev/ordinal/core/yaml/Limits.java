package dev.ordinal.core.yaml;

/** How much is read before it is called an attack or an accident: everything that is made of a text is bounded by these. */
final class Limits {
    /** Levels of lists and maps; no Kubernetes object comes near, and each level costs stack in every later walk. */
    static final int DEPTH = 200;

    /** Values that aliases of one document may stand for. */
    static final int ALIASED = 100_000;

    /** Bytes of one document: what the API server takes as the body of a request. */
    static final int DOCUMENT_BYTES = 3 * 1024 * 1024;

    /** Bytes of the whole text. */
    static final int TEXT_BYTES = 64 * 1024 * 1024;

    /** Documents in one text, and items of a List. */
    static final int DOCUMENTS = 100_000;

    /** Findings of one document; the rest is counted. */
    static final int FINDINGS = 500;

    /** Characters of a number; the value of longer ones is out of every range. */
    static final int DIGITS = 400;

    private Limits() {}

    /** Whether a text has more bytes in UTF-8; it is only counted where that can be. */
    static boolean exceeds(CharSequence text, int bytes) {
        if (text.length() > bytes) {
            return true;
        } else if (text.length() * 3L <= bytes) {
            return false;
        }
        long size = text.chars().mapToLong(Limits::bytes).sum();
        return size > bytes;
    }

    /** A surrogate is half of a character of four bytes. */
    private static int bytes(int c) {
        if (c < 0x80) {
            return 1;
        }
        return c < 0x800 || Character.isSurrogate((char) c) ? 2 : 3;
    }
}
