package dev.ordinal.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A build gets files and 0, or a report and 1, or one sentence and 2; never a stack trace. */
class WriteManifestsTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** What a user writes. */
    public static final class Good implements Supplier<Manifest> {
        @Override
        public Manifest get() {
            return Manifest.of(() -> new Rendered(
                    List.of(new ConfigMapBuilder()
                            .withNewMetadata()
                            .withName("settings")
                            .endMetadata()
                            .withData(Map.of("a", "b"))
                            .build()),
                    List.of()));
        }
    }

    /** A manifest with an error. */
    public static final class Broken implements Supplier<Manifest> {
        @Override
        public Manifest get() {
            return Manifest.parse("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\ndatum: {}\n");
        }
    }

    /** A class that fails. */
    public static final class Failing implements Supplier<Manifest> {
        @Override
        public Manifest get() {
            throw new IllegalStateException("no such stage");
        }
    }

    @Test
    void a_manifest_without_errors_is_written() throws Exception {
        assertThat(run(Good.class.getName(), folder.toString())).isZero();
        assertThat(out())
                .isEqualTo(folder.resolve("20-configmap-settings.yaml") + "\n" + folder.resolve("kustomization.yaml")
                        + "\n");
        assertThat(err()).isEmpty();
        assertThat(Files.readString(folder.resolve("20-configmap-settings.yaml")))
                .isEqualTo("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: settings\ndata:\n  a: b\n");
    }

    @Test
    void a_manifest_with_errors_is_reported_and_not_written() throws Exception {
        assertThat(run(Broken.class.getName(), folder.toString())).isEqualTo(1);
        assertThat(err())
                .startsWith("ERROR    ConfigMap settings  datum\n")
                .endsWith("Nothing was written to " + folder + ".\n");
        try (var files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void what_cannot_run_is_said_in_one_sentence() {
        assertThat(run()).isEqualTo(2);
        assertThat(run("com.example.None", "target")).isEqualTo(2);
        assertThat(run(String.class.getName(), "target")).isEqualTo(2);
        assertThat(run(Failing.class.getName(), "target")).isEqualTo(2);
        assertThat(err())
                .isEqualTo(
                        """
                        WriteManifests: takes two arguments, a class and a directory, but was given 0
                        WriteManifests: there is no class com.example.None on the class path
                        WriteManifests: java.lang.String does not implement Supplier<Manifest>
                        WriteManifests: dev.ordinal.core.manifest.WriteManifestsTest$Failing failed: java.lang.IllegalStateException: no such stage
                        """);
    }

    @Test
    void a_directory_that_cannot_be_written_is_said_in_one_sentence() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        assertThat(run(Good.class.getName(), file.toString())).isEqualTo(2);
        assertThat(err()).startsWith("WriteManifests: Cannot write the manifest to " + file + ": ");
    }

    private int run(String... args) {
        return new WriteManifests(getClass().getClassLoader(), stream(out), stream(err)).run(args);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
