package dev.ordinal.core.rule;

/** Which texts can be names of objects. */
final class DnsText {
    static final String LABEL = "1 to 63 lower-case letters, digits and dashes, with no dash at an end";
    static final String SUBDOMAIN =
            "up to 253 lower-case letters, digits, dashes and dots, each part between dots with a letter or digit at both"
                    + " ends";

    private DnsText() {}

    /** Namespaces are labels. */
    static boolean isLabel(String text) {
        return text.length() <= 63 && isPart(text, 0, text.length());
    }

    /** Most other kinds are labels joined by dots, each as long as it likes. */
    static boolean isSubdomain(String text) {
        int from = 0;
        for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', from)) {
            if (!isPart(text, from, dot)) {
                return false;
            }
            from = dot + 1;
        }
        return text.length() <= 253 && isPart(text, from, text.length());
    }

    private static boolean isPart(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean isDash = c == '-' && i > from && i < to - 1;
            if (!isDash && !(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9')) {
                return false;
            }
        }
        return from < to;
    }
}
