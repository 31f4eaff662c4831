package dev.ordinal.core.rule;

/** Paths inside a container. */
final class Paths {
    private Paths() {}

    /** Without slashes at its end; the root is empty. */
    static String normal(String path) {
        return path.contains("//") || path.endsWith("/")
                ? path.replaceAll("/+", "/").replaceAll("/$", "")
                : path;
    }

    /** Whether a path is another one or lies below it. */
    static boolean covers(String above, String path) {
        return path.startsWith(above) && (path.length() == above.length() || path.charAt(above.length()) == '/');
    }
}
