package dev.ordinal.examples;

import dev.ordinal.core.manifest.Manifest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Reads the YAML of a guide as it stands, and says what an expert would say of it. */
public final class GuideReview {
    private GuideReview() {}

    static Manifest guide() throws IOException {
        try (InputStream yaml = Objects.requireNonNull(GuideReview.class.getResourceAsStream("guide-mysql.yaml"))) {
            return Manifest.parse(new String(yaml.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** Prints the findings. */
    public static void main(String[] args) throws IOException {
        System.out.print(guide().report());
    }
}
