package dev.ordinal.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestsTest {
    @TempDir
    Path folder;

    @Property(tries = 50)
    void the_text_is_that_of_all_apps_one_after_the_other_on_any_number_of_threads(
            @ForAll @IntRange(max = 120) int count, @ForAll @IntRange(min = 1, max = 4) int threads) {
        StringBuilder text = new StringBuilder();
        assertThat(Manifests.of(apps(count)).threads(threads).writeTo(text)).isEqualTo(count);
        assertThat(text.toString())
                .isEqualTo(String.join(
                        "---\n", apps(count).map(app -> Manifest.of(app).yaml()).toList()));
    }

    @Test
    void each_app_is_a_file_named_after_its_first_object() throws IOException {
        Stream<Renderable> apps = Stream.of(app("one"), app("two"), app("one"));
        assertThat(Manifests.of(apps).writeTo(folder.resolve("out"))).isEqualTo(3);
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("shop.one.yaml", "shop.two.yaml", "shop.one-again-2.yaml");
        }
        assertThat(Files.readString(folder.resolve("out/shop.two.yaml")))
                .isEqualTo(Manifest.of(app("two")).yaml());
    }

    @Test
    void the_first_app_with_errors_ends_it_and_those_before_it_are_written() {
        List<Renderable> apps = List.of(app("one"), app("Two"), app("three"));
        StringBuilder text = new StringBuilder();
        assertThatThrownBy(() -> Manifests.of(apps).threads(2).writeTo(text))
                .isInstanceOf(InvalidManifestException.class)
                .hasMessageContaining("Two");
        assertThat(text.toString()).isEqualTo(Manifest.of(app("one")).yaml());
    }

    @Test
    void manifests_with_errors_can_be_looked_at() {
        List<Boolean> errors = new ArrayList<>();
        Manifests.of(List.of(app("one"), app("Two")))
                .forEach(manifest -> errors.add(manifest.report().hasErrors()));
        assertThat(errors).containsExactly(false, true);
    }

    @Test
    void each_manifest_can_be_judged_for_another_version() {
        List<String> versions = new ArrayList<>();
        Manifests.of(List.of(app("one")))
                .each(manifest -> manifest.forKubernetes("1.33"))
                .forEach(manifest -> versions.add(manifest.kubernetes().toString()));
        assertThat(versions).containsExactly("1.33");
    }

    @Test
    void apps_are_asked_for_when_their_turn_comes() {
        AtomicInteger made = new AtomicInteger();
        Stream<Renderable> apps = IntStream.range(0, 10_000).mapToObj(i -> {
            made.incrementAndGet();
            return app(i == 100 ? "Bad" : "app-" + i);
        });
        assertThatThrownBy(() -> Manifests.of(apps).threads(2).writeTo(new StringBuilder()))
                .isInstanceOf(InvalidManifestException.class);
        assertThat(made.get()).isLessThan(200);
    }

    @Test
    void no_thread_at_all_is_a_mistake() {
        assertThatThrownBy(() -> Manifests.of(List.of()).threads(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("At least one thread is needed, not 0");
    }

    private static Stream<Renderable> apps(int count) {
        return IntStream.range(0, count).mapToObj(i -> app("app-" + i));
    }

    private static Renderable app(String name) {
        HasMetadata config = new ConfigMapBuilder()
                .withNewMetadata()
                .withNamespace("shop")
                .withName(name)
                .endMetadata()
                .addToData("name", name)
                .build();
        return () -> new Rendered(List.of(config), List.of());
    }
}
