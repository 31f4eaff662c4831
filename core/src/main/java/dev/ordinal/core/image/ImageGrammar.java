package dev.ordinal.core.image;

import java.util.Locale;
import java.util.Map;

/** Which texts a kubelet takes for an image: the grammar of references that all container runtimes share. */
public final class ImageGrammar {
    private static final int LONGEST_REPOSITORY = 255;
    private static final int LONGEST_TAG = 128;
    private static final int SHORTEST_DIGEST = 32;
    private static final int SHA256 = 64;
    private static final Map<String, Integer> DIGESTS = Map.of("sha256", SHA256, "sha384", 96, "sha512", 128);

    private ImageGrammar() {}

    /** Whether it is {@code [host[:port]/]path[:tag][@digest]}. */
    public static boolean accepts(String image) {
        int at = image.indexOf('@');
        String named = at < 0 ? image : image.substring(0, at);
        int colon = named.indexOf(':', named.lastIndexOf('/') + 1);
        String path = colon < 0 ? named : named.substring(0, colon);
        // What looks like the whole of a digest is taken for the number of an image, which names nothing in a registry.
        return isRepository(path)
                && !(path.length() == SHA256 && isHex(path))
                && (colon < 0 || isTag(named.substring(colon + 1)))
                && (at < 0 || isDigest(image.substring(at + 1)));
    }

    /** The same with its repository in lower case. */
    public static String lowerCase(String image) {
        String path = withoutHost(image);
        int end = path.indexOf(':') < 0 ? path.length() : path.indexOf(':');
        return image.substring(0, image.length() - path.length())
                + path.substring(0, end).toLowerCase(Locale.ROOT)
                + path.substring(end);
    }

    private static boolean isRepository(String whole) {
        String path = withoutHost(whole);
        String host = whole.substring(0, whole.length() - path.length());
        return path.length() <= LONGEST_REPOSITORY
                && isPath(path)
                && (host.isEmpty() || isHost(host.substring(0, host.length() - 1)));
    }

    /** The first part is a host if it looks like one: no repository has a capital or a port. */
    private static String withoutHost(String path) {
        String first = path.substring(0, Math.max(0, path.indexOf('/')));
        boolean isHost = first.indexOf('.') >= 0
                || first.indexOf(':') >= 0
                || first.equals("localhost")
                || !first.equals(first.toLowerCase(Locale.ROOT));
        return isHost ? path.substring(first.length() + 1) : path;
    }

    private static boolean isHost(String host) {
        int end = host.indexOf(']');
        int colon = host.indexOf(':', Math.max(0, end));
        String name = colon < 0 ? host : host.substring(0, colon);
        boolean hasPort = colon >= 0;
        if (hasPort && (colon == host.length() - 1 || !consistsOf(host.substring(colon + 1), "0123456789"))) {
            return false;
        }
        if (name.startsWith("[")) {
            return name.length() > 2
                    && end == name.length() - 1
                    && consistsOf(name.substring(1, end), "0123456789abcdefABCDEF:");
        }
        // A name with an underscore is no host in DNS, but is read as the first part of the path.
        return isDnsName(name) || (!hasPort && isPath(name));
    }

    private static boolean isDnsName(String name) {
        for (String label : name.split("\\.", -1)) {
            boolean isPlain = !label.isEmpty() && label.charAt(0) != '-' && label.charAt(label.length() - 1) != '-';
            for (int i = 0; i < label.length(); i++) {
                isPlain &= isLetterOrDigit(label.charAt(i)) || label.charAt(i) == '-';
            }
            if (!isPlain) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPath(String path) {
        for (String part : path.split("/", -1)) {
            if (!isPart(part)) {
                return false;
            }
        }
        return true;
    }

    /** Runs of small letters and digits, with one dot, one or two underscores or any number of dashes between two of them. */
    private static boolean isPart(String part) {
        int i = 0;
        while (true) {
            int start = i;
            while (i < part.length() && isLowerOrDigit(part.charAt(i))) {
                i++;
            }
            if (i == start || i == part.length()) {
                return i > start;
            }
            int between = i;
            while (i < part.length() && part.charAt(i) == part.charAt(between)) {
                i++;
            }
            int most = part.charAt(between) == '-' ? i - between : part.charAt(between) == '_' ? 2 : 1;
            if ("-_.".indexOf(part.charAt(between)) < 0 || i - between > most) {
                return false;
            }
        }
    }

    private static boolean isTag(String tag) {
        if (tag.isEmpty() || tag.length() > LONGEST_TAG || tag.charAt(0) == '.' || tag.charAt(0) == '-') {
            return false;
        }
        for (int i = 0; i < tag.length(); i++) {
            if (!isLetterOrDigit(tag.charAt(i)) && "_.-".indexOf(tag.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Of an algorithm that is not known here nothing is said but that it has at least 128 bits. */
    private static boolean isDigest(String digest) {
        int colon = digest.indexOf(':');
        if (colon <= 0) {
            return false;
        }
        String hex = digest.substring(colon + 1);
        Integer length = DIGESTS.get(digest.substring(0, colon));
        return length == null
                ? hex.length() >= SHORTEST_DIGEST && isHex(hex.toLowerCase(Locale.ROOT))
                : hex.length() == length && isHex(hex);
    }

    private static boolean isHex(String text) {
        return consistsOf(text, "0123456789abcdef");
    }

    private static boolean consistsOf(String text, String characters) {
        for (int i = 0; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLowerOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    private static boolean isLetterOrDigit(char c) {
        return isLowerOrDigit(c) || (c >= 'A' && c <= 'Z');
    }
}
