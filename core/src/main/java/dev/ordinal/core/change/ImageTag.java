package dev.ordinal.core.change;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a server has an image pulled, as its name tells. */
final class ImageTag {
    private static final String HOST = "(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)";
    private static final String PART = "[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*";
    private static final Pattern NAME = Pattern.compile(
            "(?:(?:" + HOST + "(?:\\." + HOST
                    + ")*|\\[[a-fA-F0-9:]+])(?::[0-9]+)?/)?" + PART + "(?:/" + PART
                    + ")*(?::([A-Za-z0-9_][A-Za-z0-9_.-]{0,127}))?(@[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,})?");
    private static final Pattern IDENTIFIER = Pattern.compile("[a-f0-9]{64}");
    private static final int LONGEST = 255;

    private ImageTag() {}

    /** Always for the tag latest, written or not; IfNotPresent for all else, also for what is no name of an image. */
    static String pullPolicy(String image) {
        if (image.length() > LONGEST + 200 || IDENTIFIER.matcher(image).matches()) {
            return "IfNotPresent";
        }
        Matcher name = NAME.matcher(image);
        if (!name.matches()) {
            return "IfNotPresent";
        }
        if (image.length() - length(name, 1) - length(name, 2) + added(image) > LONGEST) {
            return "IfNotPresent";
        }
        String tag = name.group(1);
        boolean latest = tag == null ? name.group(2) == null : tag.equals("latest");
        return latest ? "Always" : "IfNotPresent";
    }

    private static int length(Matcher name, int group) {
        String part = name.group(group);
        return part == null ? 0 : part.length() + 2 - group;
    }

    /** What the full name has before a short one. */
    private static int added(String image) {
        int slash = image.indexOf('/');
        String first = slash < 0 ? "" : image.substring(0, slash);
        boolean host = first.contains(".")
                || first.contains(":")
                || first.equals("localhost")
                || first.chars().anyMatch(Character::isUpperCase);
        return host ? 0 : "docker.io/".length() + (slash < 0 ? "library/".length() : 0);
    }
}
