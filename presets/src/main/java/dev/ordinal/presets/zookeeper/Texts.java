package dev.ordinal.presets.zookeeper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The files that come with this preset. */
final class Texts {
    private Texts() {}

    /** One text, and a second one after it if there is one. */
    static String named(String name, Optional<String> next) {
        return named(name) + next.map(Texts::named).orElse("");
    }

    static String named(String name) {
        try (InputStream in = Texts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the library is incomplete: " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
