package dev.ordinal.core.change;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ordinal.core.manifest.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestAssertTest {
    private static final String CONFIG =
            "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: conf, namespace: shop}\ndata: {a: \"1\"}\n";

    @TempDir
    Path released;

    private Path release(String text) throws IOException {
        return Files.writeString(released.resolve("app.yaml"), text);
    }

    @Test
    void a_sound_update_of_a_file_passes() throws IOException {
        Path file = release(CONFIG);
        assertThatCode(() -> ManifestAssert.assertThat(Manifest.parse(CONFIG.replace("\"1\"", "\"2\"")))
                        .isValid()
                        .hasNoFindings()
                        .isSafeUpdateFrom(file)
                        .isSafeUpdateFrom(released))
                .doesNotThrowAnyException();
    }

    @Test
    void an_update_that_is_refused_fails_with_the_report_and_the_plan() throws IOException {
        Path file = release(CONFIG + "immutable: true\n");
        assertThatThrownBy(
                        () -> ManifestAssert.assertThat(Manifest.parse(CONFIG)).isSafeUpdateFrom(file))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("The update is not safe:\n\nERROR    ConfigMap shop/conf  immutable\n")
                .hasMessageContaining(
                        "It can be done in these steps:\n\n1. Delete ConfigMap conf, to be created anew\n");
    }

    @Test
    void what_is_not_there_is_no_release() {
        assertThatThrownBy(() -> ManifestAssert.assertThat(Manifest.parse(CONFIG))
                        .isSafeUpdateFrom(released.resolve("missing.yaml")))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("What was released cannot be read:\n\nERROR ");
    }

    @Test
    void a_manifest_with_errors_is_not_valid() {
        assertThatThrownBy(() -> ManifestAssert.assertThat(Manifest.parse(CONFIG.replace("conf,", "Conf!,")))
                        .isValid())
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("The manifest has errors:\n\nERROR ");
        assertThatThrownBy(() -> ManifestAssert.assertThat(Manifest.parse(CONFIG.replace("conf,", "Conf!,")))
                        .hasNoFindings())
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("The manifest has findings:\n\nERROR ");
    }
}
