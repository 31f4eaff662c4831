package dev.ordinal.core.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.manifest.Manifest;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for any manifests: those that a server saw, and those that it would never take. */
class ChangePropertyTest {
    private static final List<Map<?, ?>> LINES = Recording.lines("creates.jsonl.gz");
    private static final String NUMBERS = "{apiVersion: v1, kind: Service, metadata: {name: db}, spec: {ports: [%s]}}";

    @Property(tries = 300)
    void a_change_from_a_manifest_to_itself_is_empty(@ForAll("manifests") Manifest manifest) {
        assertThat(Change.between(manifest, manifest).fields()).isEmpty();
        assertThat(Change.between(manifest, manifest).objects()).isEmpty();
    }

    @Property(tries = 300)
    void a_change_from_a_manifest_to_its_own_text_is_empty(@ForAll("manifests") Manifest manifest) {
        if (!manifest.report().hasErrors()) {
            Manifest again = Manifest.parse(manifest.yaml());

            assertThat(Change.between(manifest, again).fields()).isEmpty();
            assertThat(Change.between(again, manifest).fields()).isEmpty();
        }
    }

    @Property(tries = 500)
    void any_two_manifests_can_be_compared(
            @ForAll("manifests") Manifest running, @ForAll("manifests") Manifest wanted) {
        Change change = Change.between(running, wanted);

        assertThat(change.fields()).allSatisfy(field -> assertThat(field.path()).isNotNull());
        assertThat(change.report()).isNotNull();
    }

    /** What was sent to a server, valid or not, and texts that are hardly objects. */
    @Provide
    Arbitrary<Manifest> manifests() {
        Arbitrary<Manifest> sent = Arbitraries.integers()
                .between(0, LINES.size() - 1)
                .map(LINES::get)
                .map(Recording::sent);
        Arbitrary<Manifest> odd = Arbitraries.of(
                        "", "null", "a", "[]", "3", ".nan", "x", "{port: .inf}", "{port: .nan, protocol: []}")
                .map(item -> Manifest.parse(NUMBERS.formatted(item)));
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(8, sent), net.jqwik.api.Tuple.of(1, odd));
    }
}
