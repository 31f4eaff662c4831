package dev.ordinal.presets.part;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The files that come with a preset: scripts and configuration, in the resources of its own package. */
public final class Texts {
    private final Class<?> preset;
    /** Read once each: they are part of the library, and several containers of an app ask for the same. */
    private final Map<String, String> known = new ConcurrentHashMap<>();

    private Texts(Class<?> preset) {
        this.preset = preset;
    }

    /** The files in the package of that class. */
    public static Texts beside(Class<?> preset) {
        return new Texts(preset);
    }

    /** One text, and a second one after it if there is one. */
    public String named(String name, Optional<String> next) {
        return named(name) + (next.isPresent() ? named(next.get()) : "");
    }

    /** One text. */
    public String named(String name) {
        String text = known.get(name);
        if (text == null) {
            text = read(name);
            known.put(name, text);
        }
        return text;
    }

    private String read(String name) {
        try (InputStream in = preset.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the library is incomplete: " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
