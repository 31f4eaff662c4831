package dev.ordinal.core.image;

/**
 * An image reference, taken apart.
 *
 * @param repository without a registry host and without {@code library/}
 * @param tag empty when there is none
 * @param isDigested whether a digest pins it
 */
public record ImageName(String repository, String tag, boolean isDigested) {
    /** Takes a reference apart; what is no reference becomes a repository that nothing is known of. */
    public static ImageName of(String image) {
        int at = image.indexOf('@');
        String named = at < 0 ? image : image.substring(0, at);
        int colon = named.indexOf(':', named.lastIndexOf('/') + 1);
        String path = colon < 0 ? named : named.substring(0, colon);
        return new ImageName(withoutHost(path), colon < 0 ? "" : named.substring(colon + 1), at >= 0);
    }

    private static String withoutHost(String path) {
        int slash = path.indexOf('/');
        String host = slash < 0 ? "" : path.substring(0, slash);
        boolean isHost = host.contains(".") || host.contains(":") || host.equals("localhost");
        String rest = isHost ? path.substring(slash + 1) : path;
        return rest.startsWith("library/") ? rest.substring("library/".length()) : rest;
    }
}
