package dev.ordinal.core.admission;

/** Paths of files, which may not lead out of where they begin. */
final class Paths {
    private static final int MOST_MODE = 0777;

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

    /** The mode of files; absent is fine. */
    static void mode(Node mode) {
        if (mode.number(0) < 0 || mode.number(0) > MOST_MODE) {
            mode.invalid(
                    Statement.NUMBER_IS_IN_RANGE,
                    "a file's mode is from 0 to 0777 in octal, which is 511",
                    "write 0644, which is 420 in JSON");
        }
    }
}
