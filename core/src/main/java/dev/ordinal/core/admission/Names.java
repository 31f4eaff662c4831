package dev.ordinal.core.admission;

import java.util.Locale;

/** The rules for names: which texts each accepts, in words, and how to mend a text that breaks it. */
enum Names {
    DNS_LABEL("1 to 63 lower-case letters, digits and dashes, with no dash at an end"),
    DNS_SUBDOMAIN(
            "up to 253 lower-case letters, digits, dashes and dots, each part beginning and ending with a letter or digit"),
    /** As a subdomain, but underscores may stand for letters: DNS search paths. */
    SEARCH_DOMAIN("a DNS name of up to 253 characters"),
    PATH_SEGMENT("a name without / and %, and neither . nor .."),
    PORT_NAME("1 to 15 lower-case letters, digits and single dashes, with at least one letter and no dash at an end"),
    QUALIFIED("a name of 1 to 63 letters, digits, '-', '_' and '.', with a letter or digit at both ends,"
            + " optionally after a DNS name and a slash"),
    LABEL_VALUE("nothing, or up to 63 letters, digits, '-', '_' and '.', with a letter or digit at both ends"),
    CONFIG_KEY("1 to 253 letters, digits, '-', '_' and '.', not . and not beginning with .."),
    ENVIRONMENT("printable ASCII characters without '='"),
    HTTP_HEADER("letters, digits and dashes"),
    /** Segments between dots or slashes, as in {@code net.ipv4.tcp_syncookies}. */
    SYSCTL("up to 253 lower-case letters, digits, '-', '_', '.' and '/', as in net.core.somaxconn");

    private final String words;

    Names(String words) {
        this.words = words;
    }

    boolean accepts(String text) {
        return switch (this) {
            case DNS_LABEL -> text.length() <= 63 && isLabel(text, 0, text.length(), false);
            case DNS_SUBDOMAIN -> text.length() <= 253 && isDotted(text, false);
            case SEARCH_DOMAIN -> text.length() <= 253 && isDotted(text, true);
            case PATH_SEGMENT -> isPathSegment(text);
            case PORT_NAME -> isPortName(text);
            case QUALIFIED -> isQualified(text);
            case LABEL_VALUE -> text.isEmpty() || isWord(text);
            case CONFIG_KEY -> isConfigKey(text);
            case ENVIRONMENT -> isEnvironment(text);
            case HTTP_HEADER -> !text.isEmpty() && consistsOf(text, "-");
            case SYSCTL -> isSysctl(text);
        };
    }

    /** The rule in words, to follow "it must be". */
    String words() {
        return words;
    }

    /** What to do about a text that breaks the rule: write the nearest one that does not, if there is one. */
    String fix(String broken) {
        String mended = mended(broken);
        return accepts(mended) && !mended.equals("x") ? "write " + mended : "write " + words;
    }

    private String mended(String broken) {
        boolean lower = this == DNS_LABEL || this == DNS_SUBDOMAIN || this == PORT_NAME || this == SEARCH_DOMAIN;
        StringBuilder text = new StringBuilder();
        for (char c : (lower ? broken.toLowerCase(Locale.ROOT) : broken).toCharArray()) {
            boolean fits = isAlphanumeric(c) || c == '-' || (c == '.' && this != DNS_LABEL && this != PORT_NAME);
            text.append(fits || (c == '_' && !lower) ? c : '-');
        }
        int most = this == PORT_NAME ? 15 : this == DNS_SUBDOMAIN || this == CONFIG_KEY ? 253 : 63;
        return trimmed(text.substring(0, Math.min(most, text.length())).replace("--", "-"));
    }

    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && !isAlphanumeric(text.charAt(from))) {
            from++;
        }
        while (to > from && !isAlphanumeric(text.charAt(to - 1))) {
            to--;
        }
        return from == to ? "x" : text.substring(from, to);
    }

    /** The name that the server checks where a generated suffix will follow: a dash at its end is no fault. */
    static String asPrefix(String text) {
        return text.length() > 1 && text.endsWith("-") ? text.substring(0, text.length() - 2) + "a" : text;
    }

    private static boolean isLabel(String text, int from, int to, boolean underscore) {
        if (from >= to || !isLower(text.charAt(from)) || !isLower(text.charAt(to - 1))) {
            return false;
        }
        for (int i = from + 1; i < to - 1; i++) {
            char c = text.charAt(i);
            if (!isLower(c) && c != '-' && !(underscore && c == '_')) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDotted(String text, boolean underscore) {
        int from = 0;
        for (int dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', from)) {
            if (!isPart(text, from, dot, underscore)) {
                return false;
            }
            from = dot + 1;
        }
        return isPart(text, from, text.length(), underscore);
    }

    private static boolean isPart(String text, int from, int to, boolean underscore) {
        boolean leading = underscore && from < to && text.charAt(from) == '_';
        return isLabel(text, leading ? from + 1 : from, to, underscore);
    }

    private static boolean isPathSegment(String text) {
        return !text.equals(".") && !text.equals("..") && text.indexOf('/') < 0 && text.indexOf('%') < 0;
    }

    private static boolean isPortName(String text) {
        boolean letter = false;
        for (int i = 0; i < text.length(); i++) {
            letter |= text.charAt(i) >= 'a' && text.charAt(i) <= 'z';
        }
        return letter && text.length() <= 15 && !text.contains("--") && isLabel(text, 0, text.length(), false);
    }

    private static boolean isQualified(String text) {
        int slash = text.indexOf('/');
        return slash < 0
                ? isWord(text)
                : DNS_SUBDOMAIN.accepts(text.substring(0, slash)) && isWord(text.substring(slash + 1));
    }

    private static boolean isWord(String text) {
        return !text.isEmpty()
                && text.length() <= 63
                && isAlphanumeric(text.charAt(0))
                && isAlphanumeric(text.charAt(text.length() - 1))
                && consistsOf(text, "-_.");
    }

    private static boolean isConfigKey(String text) {
        return !text.isEmpty()
                && text.length() <= 253
                && !text.equals(".")
                && !text.startsWith("..")
                && consistsOf(text, "-_.");
    }

    private static boolean isEnvironment(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' || text.charAt(i) > '~' || text.charAt(i) == '=') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean isSysctl(String text) {
        if (text.length() > 253) {
            return false;
        }
        for (String segment : text.split("[./]", -1)) {
            if (!isLabel(segment, 0, segment.length(), true)) {
                return false;
            }
        }
        return true;
    }

    private static boolean consistsOf(String text, String others) {
        for (int i = 0; i < text.length(); i++) {
            if (!isAlphanumeric(text.charAt(i)) && others.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLower(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    private static boolean isAlphanumeric(char c) {
        return isLower(c) || (c >= 'A' && c <= 'Z');
    }
}
