package dev.ordinal.core.admission;

/** Paths of files, which may not lead out of where they begin. */
final class Paths {
    private Paths() {}

    static boolean hasBackstep(String path) {
        return path.equals("..") || path.startsWith("../") || path.endsWith("/..") || path.contains("/../");
    }

    static void noBackstep(Node path) {
        if (hasBackstep(path.text())) {
            path.invalid(Statement.PATH_STAYS_INSIDE, "no part of it may be '..'", "write the path without '..'");
        }
    }

    /** A path below something: relative, and without steps back. */
    static void descending(Node path) {
        if (path.text().startsWith("/") || hasBackstep(path.text())) {
            path.invalid(
                    Statement.PATH_STAYS_INSIDE,
                    "the path must be relative and without '..'",
                    "write a relative path, such as conf/server.conf");
        }
    }

    /** As descending, and not beginning with two dots either, which the kubelet keeps to itself. */
    static void local(Node path) {
        String text = path.text();
        if (text.startsWith("..") && !hasBackstep(text)) {
            path.invalid(
                    Statement.PATH_STAYS_INSIDE, "it may not begin with '..'", "write a path that begins otherwise");
        } else {
            descending(path);
        }
    }

    /** The mode of files: octal 0 to 0777, absent is fine. */
    static void mode(Node mode) {
        mode.range(0, 0777);
    }
}
