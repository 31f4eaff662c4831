package dev.ordinal.presets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ordinal.presets.kafka.KafkaInvariants;
import dev.ordinal.presets.mongodb.MongoInvariants;
import dev.ordinal.presets.mysql.MySqlInvariants;
import dev.ordinal.presets.zookeeper.ZooKeeperInvariants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each row of {@code docs/presets.md} is proven, and each rule of a preset is in a row. */
class InvariantsTest {
    private static final Path PAGE = Path.of("..", "docs", "presets.md");
    private static final Path SOURCES = Path.of("src", "main", "java", "dev", "ordinal", "presets");
    private static final Pattern RULE = Pattern.compile("(?:error|warning)\\(\\s*\"([A-Z]\\w+)\"");
    private static final Map<String, List<Invariant>> ALL = new TreeMap<>(Map.of(
            "Kafka", KafkaInvariants.INVARIANTS,
            "MongoDB", MongoInvariants.INVARIANTS,
            "MySQL", MySqlInvariants.INVARIANTS,
            "ZooKeeper", ZooKeeperInvariants.INVARIANTS));

    static Stream<Invariant> invariants() {
        return Stream.concat(
                SharedInvariants.INVARIANTS.stream(), ALL.values().stream().flatMap(List::stream));
    }

    @ParameterizedTest
    @MethodSource("invariants")
    void it_is_held(Invariant invariant) {
        assertThat(invariant.held().get()).isNotBlank();
    }

    @Test
    void every_rule_of_a_preset_holds_one() {
        ALL.forEach((system, invariants) -> assertThat(section(system, invariants))
                .contains(rules(system).map(rule -> "`" + rule + "`").toList()));
        assertThat(page()).contains(rules("part").map(rule -> "`" + rule + "`").toList());
    }

    /** Written anew with {@code -Dgolden.rewrite=true}. */
    @Test
    void the_page_says_them_all() throws IOException {
        if (Boolean.getBoolean("golden.rewrite")) {
            Files.writeString(PAGE, page());
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page());
    }

    private static Stream<String> rules(String system) {
        try (Stream<Path> files = Files.list(SOURCES.resolve(system.toLowerCase(Locale.ROOT)))) {
            return files
                    .map(InvariantsTest::text)
                    .flatMap(text -> RULE.matcher(text).results())
                    .map(MatchResult::group)
                    .map(call -> call.replaceAll("(?s).*\"(\\w+)\"", "$1"))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String page() {
        return """
                # What holds in a preset

                Each row is true of every cluster of that preset, whatever its words, or there is a finding. Most of it is **derived**:
                no word leads to a cluster of which it is not true. The rest is held by a rule of the preset or of the core, which finds an
                **error** or a **warning** in the words, or in a change of them. This page is written by `InvariantsTest`, which proves
                each row. What the rules of the core say of any manifest is in [rules.md](rules.md), and of any change in
                [changes.md](changes.md).

                %s
                """
                .formatted(Stream.concat(
                                Stream.of(section("All presets", SharedInvariants.INVARIANTS)),
                                ALL.entrySet().stream().map(entry -> section(entry.getKey(), entry.getValue())))
                        .collect(Collectors.joining("\n\n")));
    }

    private static String section(String system, List<Invariant> invariants) {
        return invariants.stream()
                .map(Invariant::row)
                .collect(Collectors.joining("\n", "## " + system + "\n\n| | What holds | By |\n|---|---|---|\n", ""));
    }
}
