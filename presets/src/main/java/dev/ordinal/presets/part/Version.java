package dev.ordinal.presets.part;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * The version of the server that members run, and the image it comes in: {@code
 * Version.of("9.7.2").image("registry.example.com/mysql@sha256:…")}.
 *
 * @param number such as {@code 9.7.2}, which is also the tag of the official image
 * @param image one with the layout of the official image and of the same version, from a registry of your own or pinned by its
 *     digest; the official image of that version, if none is said
 */
public record Version(String number, Optional<String> image) {
    /** Refuses null. */
    public Version {
        requireNonNull(number, "number");
        requireNonNull(image, "image");
    }

    /** That version of the official image. */
    public static Version of(String number) {
        return new Version(number, Optional.empty());
    }

    /** The same from another image. */
    public Version image(String other) {
        return new Version(number, Optional.of(requireNonNull(other, "image")));
    }
}
