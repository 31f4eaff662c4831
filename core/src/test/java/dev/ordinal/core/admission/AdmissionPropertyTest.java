package dev.ordinal.core.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.diagnostic.Diagnostic;
import dev.ordinal.core.yaml.Document;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class AdmissionPropertyTest {
    private static final Map<String, Map<String, @Nullable Object>> BASES = Corpus.bases();

    @Property(tries = 5000)
    void no_value_anywhere_makes_the_judge_throw(
            @ForAll("baseNames") String base, @ForAll int place, @ForAll("values") @Nullable Object value) {
        Document document = Corpus.document(replaced(base, place, value));

        List<Diagnostic> findings = Admission.judge(document);

        assertThat(findings).allSatisfy(finding -> assertThat(finding.refusal()).isPresent());
    }

    @Property
    void judging_twice_is_judging_once(
            @ForAll("baseNames") String base, @ForAll int place, @ForAll("values") @Nullable Object value) {
        Document document = Corpus.document(replaced(base, place, value));

        assertThat(Admission.judge(document)).isEqualTo(Admission.judge(document));
    }

    @Property
    void every_finding_says_what_to_do(
            @ForAll("baseNames") String base, @ForAll int place, @ForAll("values") @Nullable Object value) {
        assertThat(Admission.judge(Corpus.document(replaced(base, place, value))))
                .allSatisfy(finding -> {
                    assertThat(finding.fix()).matches("(?s)[a-z]+,? .+");
                    assertThat(finding.why()).startsWith("the API server refuses it: ");
                    assertThat(finding.found()).isNotEmpty();
                });
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void no_tree_at_all_makes_the_judge_throw(
            @ForAll("baseNames") String base, @ForAll("trees") Object spec, @ForAll("trees") Object metadata) {
        Map<String, @Nullable Object> tree = Corpus.edited(Corpus.map(BASES.get(base)), List.of());
        tree.put("spec", spec);
        tree.put("metadata", metadata);

        assertThat(Admission.judge(Corpus.document(tree))).doesNotContainNull();
    }

    @Provide
    Arbitrary<Object> trees() {
        Arbitrary<Object> tree = Arbitraries.of("text", 5, true, -1L, "", List.of(), Map.of());
        for (int depth = 0; depth < 5; depth++) {
            tree = Arbitraries.oneOf(tree, listsOf(tree), blocksOf(tree));
        }
        return tree;
    }

    private static Arbitrary<Object> listsOf(Arbitrary<Object> items) {
        return items.list().ofMaxSize(2).map(list -> list);
    }

    private static Arbitrary<Object> blocksOf(Arbitrary<Object> values) {
        Arbitrary<String> keys = Arbitraries.of(
                "name",
                "template",
                "spec",
                "containers",
                "volumes",
                "env",
                "ports",
                "selector",
                "matchLabels",
                "metadata",
                "volumeClaimTemplates",
                "labels",
                "annotations",
                "affinity",
                "resources",
                "limits",
                "x");
        return Arbitraries.maps(keys, values).ofMaxSize(3).map(map -> map);
    }

    @Provide
    Arbitrary<String> baseNames() {
        return Arbitraries.of(BASES.keySet());
    }

    @Provide
    Arbitrary<@Nullable Object> values() {
        Arbitrary<Object> leaves = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(8).map(text -> text),
                Arbitraries.of("", "-1", "1Gi", "None", "a/b", "..", "x".repeat(300), "Always", "metadata.labels['']"),
                Arbitraries.integers().map(number -> number),
                Arbitraries.of(true, false, 1.5, Long.MIN_VALUE, BigInteger.TEN.pow(30)));
        return Arbitraries.oneOf(
                        leaves,
                        leaves.list().ofMaxSize(3).map(list -> (Object) list),
                        Arbitraries.maps(Arbitraries.of("name", "key", "exec", "type", "spec", "metadata"), leaves)
                                .ofMaxSize(3)
                                .map(map -> (Object) map))
                .injectNull(0.1);
    }

    /** The base with one of its places, wherever it is, given another value. */
    private static Map<String, @Nullable Object> replaced(String base, int place, @Nullable Object value) {
        List<List<Object>> paths = new ArrayList<>();
        Map<String, @Nullable Object> tree = Corpus.map(BASES.get(base));
        collect(tree, List.of(), paths);
        List<Object> path = paths.get(Math.floorMod(place, paths.size()));
        List<@Nullable Object> edit = new ArrayList<>();
        edit.add(path);
        edit.add(value);
        return Corpus.edited(tree, List.of(edit));
    }

    private static void collect(@Nullable Object value, List<Object> path, List<List<Object>> paths) {
        if (!path.isEmpty()) {
            paths.add(path);
        }
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> collect(item, with(path, key), paths));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                collect(list.get(i), with(path, i), paths);
            }
        }
    }

    private static List<Object> with(List<Object> path, Object step) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }
}
