package dev.ordinal.core.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.core.diagnostic.Diagnostic;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A sound application with one fault at a time, as they are made every day: exactly the rules that it breaks speak up. */
class EverydayFaultsTest {
    private static final String SOUND = text("app.yaml");

    /** One line of the table. */
    private record Fault(String name, String text, String replacement, String rules) {
        static Fault of(String line) {
            List<String> cells = List.of(line.split("\\|", -1));
            String replacement = cells.get(2).equals("-") ? "" : unescaped(cells.get(2));
            return new Fault(cells.get(0), unescaped(cells.get(1)), replacement, cells.get(3));
        }

        private static String unescaped(String cell) {
            return cell.replace("\\n", "\n").replace("\\t", "\t");
        }

        String yaml() {
            return SOUND.replaceFirst(Pattern.quote(text), Matcher.quoteReplacement(replacement));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @Test
    void the_sound_application_has_no_finding() {
        assertThat(Manifest.parse(SOUND).report()).hasToString("no findings\n");
    }

    @ParameterizedTest
    @MethodSource("faults")
    void one_fault_is_told_by_the_rules_that_it_breaks_and_no_others(Fault fault) {
        assertThat(SOUND).contains(fault.text());
        Set<String> rules = Manifest.parse(fault.yaml()).report().diagnostics().stream()
                .map(Diagnostic::rule)
                .collect(Collectors.toSet());
        assertThat(rules).isEqualTo(Set.of(fault.rules().split(" ", -1)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void the_order_of_the_documents_changes_no_finding(Fault fault) {
        List<String> documents = new ArrayList<>(Arrays.asList(fault.yaml().split("---\n", -1)));
        String before = placeless(documents);
        Collections.shuffle(documents, new Random(fault.name().hashCode()));
        assertThat(placeless(documents)).isEqualTo(before);
    }

    /** The findings without their lines, and without the number of a document that has no name. */
    private static String placeless(List<String> documents) {
        return Manifest.parse(String.join("---\n", documents))
                .report()
                .lines()
                .replaceAll("(?m)^<text>:\\d+:\\d+: ", "")
                .replaceAll("#\\d", "#");
    }

    static Stream<Fault> faults() {
        return text("faults.txt").lines().filter(line -> !line.startsWith("#")).map(Fault::of);
    }

    private static String text(String resource) {
        try (InputStream in = Objects.requireNonNull(EverydayFaultsTest.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
