package dev.ordinal.presets.part;

import dev.ordinal.core.image.ImageName;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version that an image's tag begins with, such as 9.7.2 of {@code mysql:9.7.2-oraclelinux9}.
 *
 * @param numbers between the dots; fewer than two where the tag begins otherwise, as one number alone may be a date or a build
 */
record TaggedVersion(List<String> numbers) {
    static TaggedVersion of(String image) {
        return new TaggedVersion(numbers(ImageName.of(image).tag()));
    }

    /** Whether another version is said; a tag may say fewer numbers of the same one. */
    boolean isOtherThan(String version) {
        List<String> said = numbers(version);
        int both = Math.min(numbers.size(), said.size());
        return both > 1 && !numbers.subList(0, both).equals(said.subList(0, both));
    }

    private static List<String> numbers(String text) {
        Matcher numbers = Pattern.compile("v?(\\d+(?:\\.\\d+)+)").matcher(text);
        return numbers.lookingAt() ? List.of(numbers.group(1).split("\\.")) : List.of();
    }
}
