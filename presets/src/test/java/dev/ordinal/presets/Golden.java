package dev.ordinal.presets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Expected texts in files beside the tests. {@code -Dgolden.rewrite=true} writes them anew, to be read and committed by a
 * person; never where the variable {@code CI} is {@code true}.
 */
public final class Golden {
    private static final Path RESOURCES = Path.of("src", "test", "resources");

    private Golden() {}

    /** Asserts that a text is, byte for byte, the one in that file of the test's package. */
    public static void assertMatches(String actual, Class<?> test, String file) {
        Path path = RESOURCES.resolve(test.getPackageName().replace('.', '/')).resolve(file);
        if (Boolean.getBoolean("golden.rewrite")) {
            assertThat(System.getenv("CI"))
                    .as("golden files are not rewritten in CI")
                    .isNotEqualTo("true");
            write(path, actual);
        }
        assertThat(read(path)).isEqualTo(actual);
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path path, String text) {
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
